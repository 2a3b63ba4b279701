import { waybillMoneyFields } from '#shared/fields/waybill-money.fields'
import { words, type FieldDeclaration } from '#shared/fields/field'

/**
 * The columns of a waybill list or carrier bill, with the headers under which they occur (DOMAIN B2).
 * Strong aliases beat weak ones: 日期 is the shipping date only where no 寄件日期 stands beside it.
 */
export const waybillFields = [
  {
    key: 'number',
    type: 'waybillNumber',
    labelKey: 'waybill.number',
    required: true,
    aliases: words(`
      运单号 | 运单号码 | 运单编号 | 快递单号 | 快递单号码 | 快递运单号 | 快件编号 | 快件单号 | 物流单号
      物流单号/运单号 | 物流运单号 | 面单号 | 面单号码 | 工作单号 | 邮件号 | 邮件号码 | 邮件编号 | 配送单号
      运单 | 母单号 | 包裹单号 | Waybill No | Waybill Number | Waybill | Tracking No | Tracking Number
      HAWB_NO | HAWB | Airbill Nbr | AWB | AWB No | 运单号（长）`),
    weakAliases: words('条码 | 单号 | 快递号 | 货运单号'),
    notContaining: words(`
      订单 | 客户单 | 子单 | 回单 | 批次 | 结算单 | 账单 | 参考 | 对账 | 发票 | 退货 | 原单 | 关联 | 数`),
  },
  {
    key: 'carrier',
    type: 'text',
    labelKey: 'waybill.carrier',
    aliases: words(`
      快递公司 | 承运商 | 物流公司 | 快递品牌 | 快递商 | 承运公司 | 承运人 | 快递名称 | 物流商 | 快递
      Carrier`),
    weakAliases: words('品牌'),
    notContaining: words('费 | 单号 | 员 | 额 | 编'),
    maxLength: 40,
  },
  {
    key: 'shippedOn',
    type: 'date',
    labelKey: 'waybill.shippedOn',
    required: true,
    aliases: words(`
      寄件日期 | 寄件时间 | 发货时间 | 发货日期 | 出库时间 | 出库日期 | 交寄日期 | 交寄时间 | 收寄日期
      收寄时间 | 揽收时间 | 揽收日期 | 揽件时间 | 揽件日期 | 取件时间 | 出口日期 | SHP_DATE
      Ship Date | Shipping Date | Shipped On`),
    weakAliases: words(`
      收件日期 | 日期 | 时间 | 业务时间 | 业务日期 | 下单时间 | 下单日期 | 订单时间 | 订单日期 | 开单时间 | 开单日期
      创建时间 | 创建日期 | 结算日期 | Date`),
    notContaining: words('签收 | 到达 | 派送 | 派件 | 付款 | 支付 | 更新 | 打印 | 导出 | 账单'),
  },
  {
    key: 'origin',
    type: 'place',
    labelKey: 'waybill.origin',
    aliases: words(`
      始发地(省名) | 始发地 | 始发地区 | 原寄地 | 寄件地区 | 寄件地 | 起始地 | 发货地 | 发货地区 | 始发
      始发站 | Origin`),
    notContaining: words('地址 | 网点 | 编码 | 代码'),
  },
  {
    key: 'originProvince',
    type: 'place',
    labelKey: 'waybill.originProvince',
    aliases: words('始发省 | 始发省份 | 原寄省份 | 寄方省份 | 寄件省份 | 寄件省 | 发货省份 | 发件省份'),
  },
  {
    key: 'originCity',
    type: 'place',
    labelKey: 'waybill.originCity',
    aliases: words('始发城市 | 始发市 | 原寄城市 | 寄方城市 | 寄件城市 | 寄件市 | 发货城市 | 发件城市'),
  },
  {
    key: 'destination',
    type: 'place',
    labelKey: 'waybill.destination',
    aliases: words(`
      目的地(省名) | 目的地 | 目的地区 | 收货地区 | 收件地区 | 收件地 | 到件地区 | 到达地 | 到达地区 | 寄达地
      收货地 | 目的 | 目的省市 | 收件省市 | 收件省市区 | 到站 | 目的国 | 收件国家 | 收件国 | Destination`),
    weakAliases: words('地区 | 省市 | 省市区 | 地区名称'),
    notContaining: words('地址 | 网点 | 编码 | 代码 | 中心 | 重量 | 站点 | 始发 | 寄件 | 发货'),
  },
  {
    key: 'destinationProvince',
    type: 'place',
    labelKey: 'waybill.destinationProvince',
    aliases: words(`
      目的省 | 目的省份 | 收方省份 | 收件省份 | 收件省 | 收货省份 | 收货省 | 到达省份 | 到达省 | 到件省份
      收件人省份`),
    weakAliases: words('省份 | 省'),
    notContaining: words('始发 | 寄件 | 寄方 | 发货 | 原寄 | 编码 | 代码'),
  },
  {
    key: 'destinationCity',
    type: 'place',
    labelKey: 'waybill.destinationCity',
    aliases: words(`
      目的城市 | 目的市 | 收方城市 | 收件城市 | 收件市 | 收货城市 | 收货市 | 到达城市 | 到件城市 | 收件人城市`),
    weakAliases: words('城市 | 市'),
    notContaining: words('始发 | 寄件 | 寄方 | 发货 | 原寄 | 编码 | 代码'),
  },
  {
    key: 'destinationDistrict',
    type: 'place',
    labelKey: 'waybill.destinationDistrict',
    aliases: words('目的区 | 目的区县 | 收件区 | 收件区县 | 收货区县 | 收货区 | 收方区县 | 到达区县'),
    weakAliases: words('区县 | 区 | 县区'),
    notContaining: words('始发 | 寄件 | 寄方 | 发货 | 原寄 | 编码 | 代码'),
  },
  {
    key: 'chargeableWeight',
    type: 'weight',
    labelKey: 'waybill.chargeableWeight',
    unit: 'kg',
    aliases: words(`
      计费重量 | 计费重 | 结算重量 | 结算重 | 核算重量 | 收费重量 | 收费重 | 计价重量 | Chargeable Weight
      Billed Weight | Charge Weight`),
    notContaining: words('体积 | 材积 | 续 | 首'),
  },
  {
    key: 'actualWeight',
    type: 'weight',
    labelKey: 'waybill.actualWeight',
    unit: 'kg',
    aliases: words(`
      实际重量 | 实重 | 实际重 | 快件重量 | 称重 | 称重重量 | 物理重量 | 毛重 | 揽收重量 | Actual Weight
      Gross Weight | Origin Weight`),
    weakAliases: words('重量 | 预估重量 | 包裹重量 | 总重量 | 货物重量 | Weight'),
    notContaining: words(`
      实收 | 计费 | 结算 | 核算 | 收费 | 体积 | 材积 | 抛 | 泡 | 首重 | 续重 | 网点 | 集包 | 中心 | 总部
      中转 | 到件 | 三方 | 差 | 误差 | 段`),
  },
  {
    key: 'volumeWeight',
    type: 'weight',
    labelKey: 'waybill.volumeWeight',
    unit: 'kg',
    aliases: words(`
      体积重 | 体积重量 | 材积重 | 材积重量 | 抛重 | 抛货重量 | 泡重 | 泡货重量 | 计泡重量 | 轻抛重量
      Volume Weight | Volumetric Weight`),
    notContaining: words('系数 | 比'),
  },
  {
    key: 'volume',
    type: 'volume',
    labelKey: 'waybill.volume',
    unit: 'm3',
    aliases: words('体积 | 总体积 | 计费体积 | 货物体积 | 包裹体积 | 立方 | 立方数 | 方数 | Volume | CBM'),
    notContaining: words('体积重 | 材积重 | 系数 | 单价'),
  },
  {
    key: 'size',
    type: 'size',
    labelKey: 'waybill.size',
    unit: 'cm',
    aliases: words(`
      尺寸 | 长宽高 | 长*宽*高 | 长×宽×高 | 长x宽x高 | 规格尺寸 | 包裹尺寸 | 外箱尺寸 | Size | Dimensions
      LxWxH`),
    notContaining: words('费'),
  },
  {
    key: 'length',
    type: 'length',
    labelKey: 'waybill.length',
    unit: 'cm',
    aliases: words('长 | 长度 | 箱长 | Length'),
    notContaining: words('超长'),
  },
  {
    key: 'width',
    type: 'length',
    labelKey: 'waybill.width',
    unit: 'cm',
    aliases: words('宽 | 宽度 | 箱宽 | Width'),
    notContaining: words('超宽'),
  },
  {
    key: 'height',
    type: 'length',
    labelKey: 'waybill.height',
    unit: 'cm',
    aliases: words('高 | 高度 | 箱高 | Height'),
    notContaining: words('超高'),
  },
  {
    key: 'pieces',
    type: 'integer',
    labelKey: 'waybill.pieces',
    aliases: words('件数 | 箱数 | 总件数 | 包裹数 | 包裹件数 | 子件数 | Pieces | PCS | Qty'),
    weakAliases: words('数量'),
    notContaining: words('商品 | 面单 | 纸箱 | 重量'),
  },
  {
    key: 'product',
    type: 'text',
    labelKey: 'waybill.product',
    aliases: words(`
      产品类型 | 产品 | 业务类型 | 产品名称 | 快件产品 | 快件类型 | 服务产品 | 时效产品 | 服务方式 | 运输方式
      Product | PROD`),
    weakAliases: words('类型 | 时效'),
    notContaining: words('费用 | 商品 | 付款 | 结算 | 编码 | 代码 | 客户 | 货物 | 单价'),
    maxLength: 60,
  },
  {
    key: 'feeKind',
    type: 'text',
    labelKey: 'waybill.feeKind',
    aliases: words(`
      费用类型 | 费用名称 | 费用项目 | 费用科目 | 收费项目 | 计费项目 | 服务 | 服务类型 | 服务项目 | 费用种类
      Fee Type | Charge Type`),
    notContaining: words('备注 | 网点 | 产品 | 方式'),
    maxLength: 60,
  },
  {
    key: 'paymentTerms',
    type: 'text',
    labelKey: 'waybill.paymentTerms',
    aliases: words('付款方式 | 结算方式 | 支付方式 | 付费方式 | 付款类型 | 结算类型 | Payment | Payment Terms'),
    maxLength: 40,
  },
  {
    key: 'accountCode',
    type: 'text',
    labelKey: 'waybill.accountCode',
    aliases: words(`
      客户编码 | 客户编号 | 客户代码 | 客户号 | 结算对象编号 | 结算客户编码 | 商家编号 | 商家编码 | 商家ID
      客户ID | Customer Code | Account Code`),
    notContaining: words('单号 | 订单 | 大客户'),
    maxLength: 60,
  },
  {
    key: 'monthAccount',
    type: 'text',
    labelKey: 'waybill.monthAccount',
    aliases: words(`
      月结账号 | 月结卡号 | 月结号 | 月结帐号 | 月结账户 | 付款账号 | 结算账号 | 月结编号 | 月结客户编码
      Account No | Account Number`),
    notContaining: words('银行 | 开户'),
    maxLength: 60,
  },
  {
    key: 'accountName',
    type: 'text',
    labelKey: 'waybill.accountName',
    aliases: words(`
      客户名称 | 客户 | 结算对象 | 结算客户 | 付款客户 | 订单客户 | 结算公司 | 商家名称 | 客户简称 | 客户全称
      寄件客户 | 寄件公司 | 发货单位 | 发货公司 | 发件公司 | 寄件单位 | 店铺名称 | 店铺 | Customer | Account
      Shipper`),
    weakAliases: words('公司 | 公司名称 | 商家 | 发件客户'),
    notContaining: words(`
      经理 | 单号 | 订单号 | 收件 | 收货 | 快递 | 物流 | 承运 | 电话 | 备注 | 经办 | 编码 | 编号 | 代码 | 类型
      级别 | 地址 | 重量 | 费`),
    maxLength: 200,
  },
  {
    key: 'department',
    type: 'text',
    labelKey: 'waybill.department',
    aliases: words('部门 | 成本中心 | 所属部门 | 寄件部门 | 费用部门 | Department | Cost Center'),
    maxLength: 100,
  },
  {
    key: 'sender',
    type: 'text',
    labelKey: 'waybill.sender',
    aliases: words('经手人 | 寄件人 | 发件人 | 寄件人姓名 | 发货人 | Sender'),
    notContaining: words('电话 | 手机 | 地址 | 省 | 市 | 公司 | 单位 | 网点'),
    personal: true,
    maxLength: 60,
  },
  {
    key: 'remark',
    type: 'text',
    labelKey: 'waybill.remark',
    aliases: words('备注 | 服务备注 | 说明 | 运单备注 | Remark | Remarks | Note'),
    maxLength: 500,
  },
  ...waybillMoneyFields,
] as const satisfies readonly FieldDeclaration[]

export type WaybillFieldKey = (typeof waybillFields)[number]['key']
