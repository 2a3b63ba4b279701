import { words, type FieldDeclaration } from '#shared/fields/field'

/** The columns of a list of contacts (联系人) with the headers under which they occur. A row names its customer by code or name. */
export const contactFields = [
  {
    key: 'name',
    type: 'text',
    labelKey: 'contact.name',
    required: true,
    aliases: words(`
      姓名 | 联系人 | 联系人姓名 | 客户联系人 | 对接人 | 经办人 | 人员姓名 | Contact | Contact Name | Contact Person
      Full Name`),
    weakAliases: words('Name'),
    notContaining: words('电话 | 手机 | 职 | 邮箱 | 生日 | 方式 | 微信 | 部门 | 上级 | 客户名'),
    personal: true,
    maxLength: 40,
  },
  {
    key: 'accountCode',
    type: 'text',
    labelKey: 'contact.accountCode',
    aliases: words(`
      客户编码 | 客户编号 | 客户代码 | 客户号 | 客户ID | 商家编号 | 商家编码 | Customer Code | Account Code
      Customer No`),
    weakAliases: words('编码 | 编号 | 代码'),
    maxLength: 60,
  },
  {
    key: 'accountName',
    type: 'text',
    labelKey: 'contact.accountName',
    aliases: words(`
      客户名称 | 客户全称 | 公司名称 | 企业名称 | 单位名称 | 公司全称 | 客户名 | 商家名称 | 所属客户 | 所属公司
      Customer Name | Company | Account Name | Customer`),
    weakAliases: words('客户 | 公司 | 单位 | 名称'),
    notContaining: words('联系 | 经理 | 姓名'),
    maxLength: 200,
  },
  {
    key: 'title',
    type: 'text',
    labelKey: 'contact.title',
    aliases: words('职务 | 职位 | 岗位 | 联系人职务 | 联系人职位 | 头衔 | Title | Position | Job Title'),
    maxLength: 40,
  },
  {
    key: 'department',
    type: 'text',
    labelKey: 'contact.department',
    aliases: words('部门 | 所在部门 | 所属部门 | 科室 | Department | Dept'),
    maxLength: 40,
  },
  {
    key: 'phone',
    type: 'phone',
    labelKey: 'contact.phone',
    aliases: words(`
      电话 | 联系电话 | 联系人电话 | 手机 | 手机号 | 手机号码 | 联系方式 | 电话号码 | 联系手机 | 联系人手机
      固定电话 | 座机 | 办公电话 | Phone | Mobile | Tel | Telephone`),
    notContaining: words('传真 | 首选'),
    personal: true,
    maxLength: 60,
  },
  {
    key: 'wechat',
    type: 'text',
    labelKey: 'contact.wechat',
    aliases: words('微信 | 微信号 | 企业微信 | 微信账号 | WeChat | WeChat ID | WeCom'),
    personal: true,
    maxLength: 40,
  },
  {
    key: 'email',
    type: 'text',
    labelKey: 'contact.email',
    aliases: words('邮箱 | 电子邮箱 | 电子邮件 | 联系邮箱 | Email | E-mail | Mail'),
    personal: true,
    maxLength: 80,
  },
  {
    key: 'role',
    type: 'choice',
    labelKey: 'contact.role',
    aliases: words('决策角色 | 角色 | 采购角色 | 决策作用 | 角色定位 | Role | Decision Role | Buying Role'),
    choices: {
      'decision-maker': words('决策者 | 决策人 | 拍板人 | 决定者 | 决策 | Decision maker | EB'),
      sponsor: words('高层支持者 | 高层 | 发起人 | 支持高层 | 赞助人 | Sponsor | Executive sponsor'),
      user: words('使用者 | 使用人 | 用户 | 操作人员 | User'),
      influencer: words('影响者 | 影响人 | 建议者 | 技术把关 | Influencer'),
      purchasing: words('采购 | 采购者 | 采购员 | 购买者 | Purchasing | Buyer'),
      finance: words('财务 | 出纳 | 会计 | 结算 | Finance'),
      shipping: words('发货 | 发货人 | 仓库 | 物流 | 收发 | Shipping | Warehouse'),
      gatekeeper: words('把关者 | 把关人 | 守门人 | 秘书 | 前台 | Gatekeeper'),
      other: words('其他 | 其它 | Other'),
    },
  },
  {
    key: 'stance',
    type: 'choice',
    labelKey: 'contact.stance',
    aliases: words('立场 | 态度 | 倾向 | 对我方态度 | 支持度 | Stance | Attitude'),
    choices: {
      support: words('支持 | 支持者 | 赞成 | 友好 | 拥护 | Support | Supporter'),
      neutral: words('中立 | 一般 | 未表态 | Neutral'),
      oppose: words('反对 | 反对者 | 抵触 | 敌对 | Oppose | Opponent'),
    },
  },
  {
    key: 'influence',
    type: 'integer',
    labelKey: 'contact.influence',
    aliases: words('影响力 | 影响程度 | 权重 | 决策力 | Influence'),
  },
  {
    key: 'relationship',
    type: 'integer',
    labelKey: 'contact.relationship',
    aliases: words('关系强度 | 关系 | 亲密度 | 关系程度 | 关系等级 | 熟悉程度 | Relationship | Strength'),
  },
  {
    key: 'reportsTo',
    type: 'text',
    labelKey: 'contact.reportsTo',
    aliases: words('上级 | 直属上级 | 汇报对象 | 上级姓名 | 上级领导 | 汇报给 | Reports To | Superior | Boss'),
    personal: true,
    maxLength: 40,
  },
  {
    key: 'channel',
    type: 'choice',
    labelKey: 'contact.channel',
    aliases: words('首选方式 | 首选联系方式 | 沟通方式 | 联系偏好 | 偏好方式 | Channel | Preferred Channel'),
    choices: {
      phone: words('电话 | 手机 | Phone'),
      wechat: words('微信 | 企业微信 | WeChat'),
      email: words('邮件 | 邮箱 | Email | E-mail'),
      visit: words('上门 | 拜访 | 面谈 | 当面 | Visit'),
      sms: words('短信 | SMS'),
    },
  },
  {
    key: 'birthday',
    type: 'text',
    labelKey: 'contact.birthday',
    aliases: words('生日 | 出生日期 | 出生年月 | 公历生日 | 农历生日 | 阴历生日 | 阳历生日 | Birthday | Date of Birth'),
    personal: true,
    maxLength: 40,
  },
  {
    key: 'lastContactOn',
    type: 'date',
    labelKey: 'contact.lastContactOn',
    aliases: words(`
      最近联系 | 最近联系日期 | 最近联系日 | 上次联系 | 上次联系日期 | 最后联系 | 最近拜访 | 最近拜访日期
      Last Contact | Last Contacted`),
  },
  {
    key: 'primary',
    type: 'boolean',
    labelKey: 'contact.primary',
    aliases: words('主要联系人 | 是否主要 | 主要 | 首要联系人 | 第一联系人 | Primary | Main'),
  },
  {
    key: 'note',
    type: 'text',
    labelKey: 'contact.note',
    aliases: words('备注 | 说明 | 备注说明 | 爱好 | Remark | Remarks | Note | Notes'),
    maxLength: 500,
  },
] as const satisfies readonly FieldDeclaration[]

export type ContactFieldKey = (typeof contactFields)[number]['key']
