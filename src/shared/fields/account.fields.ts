import { words, type FieldDeclaration } from '#shared/fields/field'

/** The columns of a customer list (archive of key accounts, 客户档案) with the headers under which they occur. */
export const accountFields = [
  {
    key: 'name',
    type: 'text',
    labelKey: 'account.name',
    required: true,
    aliases: words(`
      名称 | 客户名称 | 客户全称 | 公司名称 | 企业名称 | 单位名称 | 全称 | 客户名 | 公司全称 | 商家名称 | Name
      Customer Name | Company | Account Name`),
    weakAliases: words('客户 | 公司 | 单位 | Customer'),
    notContaining: words(`
      简称 | 联系 | 经理 | 集团 | 别名 | 编 | 类 | 级 | 开户 | 银行 | 曾用 | 产品 | 负责 | 网点 | 来源 | 状态
      电话 | 地址`),
    maxLength: 200,
  },
  {
    key: 'shortName',
    type: 'text',
    labelKey: 'account.shortName',
    aliases: words('简称 | 客户简称 | 公司简称 | 企业简称 | 短名 | Short Name'),
    maxLength: 60,
  },
  {
    key: 'code',
    type: 'text',
    labelKey: 'account.code',
    aliases: words(`
      客户编码 | 客户编号 | 客户代码 | 客户号 | 客户ID | 商家编号 | 商家编码 | Code | Customer Code
      Account Code | Customer No`),
    weakAliases: words('编码 | 编号 | 代码'),
    notContaining: words('邮政 | 邮编 | 信用 | 税 | 区域 | 行业 | 省 | 市 | 集团 | 上级'),
    maxLength: 60,
  },
  {
    key: 'monthAccounts',
    type: 'text',
    labelKey: 'account.monthAccounts',
    aliases: words(`
      月结账号 | 月结卡号 | 月结号 | 月结帐号 | 月结账户 | 月结编号 | 月结客户编码 | 付款账号 | 结算账号
      Month Account | Account No`),
    notContaining: words('银行 | 开户'),
    maxLength: 500,
  },
  {
    key: 'aliases',
    type: 'text',
    labelKey: 'account.aliases',
    aliases: words('别名 | 客户别名 | 曾用名 | 其他名称 | 店铺名称 | 店铺名 | Alias | Aliases'),
    weakAliases: words('店铺'),
    maxLength: 1000,
  },
  {
    key: 'group',
    type: 'text',
    labelKey: 'account.group',
    aliases: words(`
      集团 | 所属集团 | 集团名称 | 集团客户 | 母公司 | 上级客户 | 上级单位 | 总公司 | Group | Parent
      Parent Account`),
    maxLength: 200,
  },
  {
    key: 'industry',
    type: 'text',
    labelKey: 'account.industry',
    aliases: words('行业 | 所属行业 | 客户行业 | 行业类别 | 行业类型 | 行业分类 | Industry'),
    maxLength: 60,
  },
  {
    key: 'stage',
    type: 'text',
    labelKey: 'account.stage',
    aliases: words('企业阶段 | 发展阶段 | 企业发展阶段 | 企业性质 | 企业规模阶段 | Stage | Enterprise Stage'),
    maxLength: 20,
  },
  {
    key: 'source',
    type: 'text',
    labelKey: 'account.source',
    aliases: words('来源 | 客户来源 | 来源渠道 | 获客渠道 | 开发渠道 | 客户渠道 | Source | Lead Source'),
    maxLength: 20,
  },
  {
    key: 'tags',
    type: 'text',
    labelKey: 'account.tags',
    aliases: words('标签 | 客户标签 | 标记 | Tags | Labels'),
    maxLength: 200,
  },
  {
    key: 'lifecycle',
    type: 'text',
    labelKey: 'account.lifecycle',
    aliases: words(`
      状态 | 客户状态 | 合作状态 | 生命周期 | 客户生命周期 | 客户阶段 | Status | Lifecycle | Customer Status`),
    notContaining: words('日期 | 时间 | 原因 | 审批 | 结算'),
    maxLength: 20,
  },
  {
    key: 'lifecycleSince',
    type: 'date',
    labelKey: 'account.lifecycleSince',
    aliases: words('状态日期 | 状态开始日期 | 状态变更日期 | 状态时间 | 状态起始 | Status Since | Status Date'),
  },
  {
    key: 'lifecycleReason',
    type: 'text',
    labelKey: 'account.lifecycleReason',
    aliases: words('状态原因 | 状态变更原因 | 变更原因 | 流失原因 | 暂停原因 | Status Reason'),
    maxLength: 200,
  },
  {
    key: 'team',
    type: 'text',
    labelKey: 'account.team',
    aliases: words('项目组 | 项目组成员 | 项目团队 | 服务团队 | 服务小组 | Team | Project Team | Account Team'),
    maxLength: 500,
  },
  {
    key: 'tier',
    type: 'text',
    labelKey: 'account.tier',
    aliases: words('级别 | 客户级别 | 等级 | 客户等级 | 客户分级 | 客户层级 | Tier | Grade | Level'),
    notContaining: words('信用 | 风险'),
    maxLength: 40,
  },
  {
    key: 'manager',
    type: 'text',
    labelKey: 'account.manager',
    aliases: words(`
      客户经理 | 大客户经理 | 负责人 | 业务员 | 销售 | 销售员 | 销售经理 | 跟进人 | 维护人 | 归属人 | Manager
      Account Manager | Owner | KAM`),
    notContaining: words('电话 | 手机 | 工号 | 法定 | 额 | 对方 | 客户负责'),
    maxLength: 60,
  },
  {
    key: 'contactName',
    type: 'text',
    labelKey: 'account.contactName',
    aliases: words(`
      联系人 | 客户联系人 | 主要联系人 | 联系人姓名 | 对接人 | 经办人 | Contact | Contact Person
      Contact Name`),
    notContaining: words('电话 | 手机 | 职 | 邮箱 | 生日 | 方式 | 微信 | 部门'),
    personal: true,
    maxLength: 60,
  },
  {
    key: 'phone',
    type: 'phone',
    labelKey: 'account.phone',
    aliases: words(`
      电话 | 联系电话 | 联系人电话 | 手机 | 手机号 | 手机号码 | 联系方式 | 电话号码 | 联系手机 | 联系人手机
      固定电话 | Phone | Mobile | Tel | Telephone`),
    notContaining: words('经理 | 传真'),
    personal: true,
    maxLength: 60,
  },
  {
    key: 'contactTitle',
    type: 'text',
    labelKey: 'account.contactTitle',
    aliases: words('职务 | 职位 | 联系人职务 | 联系人职位 | Title | Position'),
    maxLength: 60,
  },
  {
    key: 'email',
    type: 'text',
    labelKey: 'account.email',
    aliases: words('邮箱 | 电子邮箱 | 电子邮件 | 联系邮箱 | Email | E-mail | Mail'),
    personal: true,
    maxLength: 200,
  },
  {
    key: 'province',
    type: 'place',
    labelKey: 'account.province',
    aliases: words('省 | 省份 | 所在省 | 所在省份 | 所属省份 | Province'),
  },
  {
    key: 'city',
    type: 'place',
    labelKey: 'account.city',
    aliases: words('市 | 城市 | 所在市 | 所在城市 | 所属城市 | 地市 | City'),
    notContaining: words('场'),
  },
  {
    key: 'district',
    type: 'place',
    labelKey: 'account.district',
    aliases: words('区 | 区县 | 县区 | 区/县 | 县 | 所在区 | 所在区县 | District'),
    notContaining: words('域'),
  },
  {
    key: 'region',
    type: 'place',
    labelKey: 'account.region',
    aliases: words('省市区 | 所在地区 | 所在地 | 地区 | 省市 | 省/市/区 | Region'),
  },
  {
    key: 'address',
    type: 'text',
    labelKey: 'account.address',
    aliases: words(`
      地址 | 详细地址 | 客户地址 | 公司地址 | 联系地址 | 办公地址 | 取件地址 | 发货地址 | 通讯地址 | Address`),
    notContaining: words('邮件 | 网'),
    maxLength: 300,
  },
  {
    key: 'paymentDays',
    type: 'integer',
    labelKey: 'account.paymentDays',
    aliases: words(`
      账期 | 账期(天) | 账期天数 | 帐期 | 付款账期 | 回款账期 | 结算周期 | 信用期 | 付款期限 | Payment Days
      Payment Terms | Credit Days`),
  },
  {
    key: 'creditLimit',
    type: 'money',
    labelKey: 'account.creditLimit',
    unit: 'yuan',
    aliases: words('信用额度 | 授信额度 | 额度 | 欠款额度 | 信用限额 | Credit Limit'),
  },
  {
    key: 'uscc',
    type: 'uscc',
    labelKey: 'account.uscc',
    aliases: words(`
      统一社会信用代码 | 社会信用代码 | 信用代码 | 税号 | 纳税人识别号 | 营业执照号 | 统一信用代码 | USCC
      Tax No`),
  },
  {
    key: 'contractStart',
    type: 'date',
    labelKey: 'account.contractStart',
    aliases: words(`
      合同开始日期 | 合同生效日期 | 签约日期 | 签约时间 | 合作开始日期 | 合作日期 | 合同开始 | 合同起
      Contract Start`),
  },
  {
    key: 'contractEnd',
    type: 'date',
    labelKey: 'account.contractEnd',
    aliases: words(`
      合同到期日期 | 合同结束日期 | 合同到期日 | 合同截止日期 | 合同到期 | 到期日期 | 合同止 | Contract End`),
  },
  {
    key: 'remark',
    type: 'text',
    labelKey: 'account.remark',
    aliases: words('备注 | 说明 | 备注说明 | Remark | Remarks | Note | Notes'),
    maxLength: 2000,
  },
] as const satisfies readonly FieldDeclaration[]

export type AccountFieldKey = (typeof accountFields)[number]['key']
