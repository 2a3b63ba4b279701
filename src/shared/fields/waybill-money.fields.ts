import { words, type FieldDeclaration } from '#shared/fields/field'

/** The amounts of a waybill or bill row; amounts may be negative (refunds, 折让). */
export const waybillMoneyFields = [
  {
    key: 'amount',
    type: 'money',
    labelKey: 'waybill.amount',
    unit: 'yuan',
    aliases: words(`
      应付金额 | 应付 | 应付合计 | 折扣后应付金额 | 折后应付金额 | 折后金额 | 应收费用 | 应收运费 | 应收金额
      应收 | 结算金额 | 结算费用 | 费用合计 | 合计费用 | 合计金额 | 费用总计 | 总费用 | 总金额 | 折后价 | 总价
      TOTAL | Total Amount | Billed Amt | Amount`),
    weakAliases: words(`
      费用 | 运费 | 快递费 | 快递费用 | 总运费 | 资费 | 邮资 | 金额 | 合计 | 运费合计 | 费用金额 | Freight
      Charge`),
    notContaining: words(`
      首重 | 续重 | 保价 | 保费 | 代收 | 手续 | 包装 | 燃油 | 附加 | 派 | 中转 | 操作 | 面单 | 税 | 折扣
      优惠 | 退 | 签回单 | 签单 | 入仓 | 上楼 | 偏远 | 单价 | 类型 | 科目 | 项目 | 名称 | 声明 | 投保 | 成本
      理赔 | 赔 | 差 | 大写 | 已付 | 已收 | 未 | 原始 | 折前 | 货款 | 原价 | 标准 | 备注 | 方式 | 超 | 干线
      增值 | 其他 | 商品 | 订单`),
  },
  {
    key: 'grossAmount',
    type: 'money',
    labelKey: 'waybill.grossAmount',
    unit: 'yuan',
    aliases: words(`
      原始金额 | 折前金额 | 折扣前金额 | 折前运费 | 原价 | 原运费 | 标准运费 | 标准金额 | Gross Amount`),
  },
  {
    key: 'discount',
    type: 'money',
    labelKey: 'waybill.discount',
    unit: 'yuan',
    aliases: words('折扣金额 | 优惠 | 优惠金额 | 折扣额 | 减免金额 | Discount'),
    weakAliases: words('折扣'),
    notContaining: words('折扣后 | 折后 | 折扣前 | 折前 | 率 | 类型 | 优惠后 | 优惠前'),
  },
  {
    key: 'declaredValue',
    type: 'money',
    labelKey: 'waybill.declaredValue',
    unit: 'yuan',
    aliases: words(`
      声明价值 | 保价金额 | 投保金额 | 保价价值 | 声明价格 | 保额 | 货物价值 | Declared Value | Insured Value`),
    notContaining: words('费'),
  },
  {
    key: 'insuranceFee',
    type: 'money',
    labelKey: 'waybill.insuranceFee',
    unit: 'yuan',
    aliases: words('保价费 | 保费 | 保价费用 | 保价服务费 | 保险费 | Insurance Fee'),
    notContaining: words('率'),
  },
  {
    key: 'codAmount',
    type: 'money',
    labelKey: 'waybill.codAmount',
    unit: 'yuan',
    aliases: words('代收货款 | 代收金额 | 应收代收 | 代收款 | 代收货款金额 | 货款 | COD | COD Amount'),
    notContaining: words('手续费 | 服务费'),
  },
  {
    key: 'codFee',
    type: 'money',
    labelKey: 'waybill.codFee',
    unit: 'yuan',
    aliases: words('代收手续费 | 代收货款手续费 | 代收服务费 | COD Fee'),
    weakAliases: words('手续费'),
    notContaining: words('到付 | 率'),
  },
] as const satisfies readonly FieldDeclaration[]
