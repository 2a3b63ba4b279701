import { describe, expect, it } from 'vitest'
import { headerName, headerReadings } from '#shared/domain/import/header-text'
import { matchColumns, rememberKey } from '#shared/domain/import/match-columns'
import { accountFields } from '#shared/fields/account.fields'
import type { FieldDeclaration } from '#shared/fields/field'
import { waybillFields } from '#shared/fields/waybill.fields'

const fieldOf = (
  headers: string[],
  column = 0,
  fields: readonly FieldDeclaration[] = waybillFields,
): string | undefined => {
  const mapping = matchColumns(headers, fields)
  const match = mapping.matches.find((one) => one.column === column)
  if (match) return match.unit ? `${match.field} in ${match.unit}` : match.field
  const ambiguous = mapping.ambiguous.find(({ columns }) => columns.includes(column))
  return ambiguous ? `? ${ambiguous.field}` : undefined
}

const list = (text: string): string[] => text.split(',').map((one) => one.trim())

/** The aliases of DOMAIN B2, header by header. */
const trade: [string, string[]][] = [
  [
    'number',
    list(
      '运单号,运单号码,运单编号,快递单号,快件编号,物流单号,物流单号/运单号,面单号,工作单号,邮件号,邮件号码,条码,单号,Waybill No,HAWB_NO,Airbill Nbr,运单号（长）',
    ),
  ],
  [
    'shippedOn',
    list(
      '寄件日期,寄件时间,日期,时间,业务时间,业务日期,下单时间,订单时间,发货时间,发货日期,出库时间,交寄日期,收寄日期,开单时间,创建时间,SHP_DATE,Ship Date',
    ),
  ],
  ['origin', list('始发地(省名),始发地,始发地区,原寄地,寄件地区,起始地')],
  ['originProvince', list('始发省,原寄省份,寄方省份,寄件省份')],
  ['originCity', list('始发城市,原寄城市,寄方城市')],
  ['destination', list('目的地(省名),目的地,收货地区,到件地区,到达地,寄达地,地区')],
  ['destinationProvince', list('目的省,目的省份,收方省份,收件省份,收货省份,到达省份,省份')],
  ['destinationCity', list('目的城市,收方城市')],
  ['chargeableWeight', list('计费重量,结算重量,核算重量,收费重量,收费重,Chargeable Weight')],
  ['actualWeight', list('实际重量,实重,实际重,快件重量,称重,重量,预估重量')],
  ['actualWeight in kg', list('实重(kg),重量KG,重量（公斤）,重量/kg,重量:千克,实际重量 kg')],
  ['actualWeight in g', list('重量（克）,重量(g),重量[克],重量克')],
  ['volumeWeight', list('体积重,体积重量,材积重,抛重,抛货重量,泡重')],
  ['volume', list('体积,计费体积')],
  ['volume in m3', list('体积(m³),体积（立方米）,体积(M3),体积㎥')],
  ['volume in cm3', list('体积(cm³)')],
  ['pieces', list('件数,箱数,总件数')],
  ['product', list('产品类型,产品,业务类型,类型')],
  ['feeKind', list('费用类型,服务')],
  [
    'amount',
    list(
      '应付金额,应付,折扣后应付金额,应收费用,应收运费,结算金额,费用,运费,快递费,总运费,费用合计,合计费用,资费,邮资,折后价,总价,金额,TOTAL,Billed Amt',
    ),
  ],
  ['amount in yuan', list('费用(元),运费(元),金额（元）,运费/元,应付金额(单位：元),运费元')],
  ['amount in fen', list('金额(分),运费（分）')],
  ['amount in wan', list('金额(万元)')],
  ['discount', list('折扣,折扣金额,优惠')],
  ['grossAmount', list('原始金额')],
  ['paymentTerms', list('付款方式,结算方式')],
  ['accountCode', list('客户编码,商家编号')],
  ['monthAccount', list('月结账号,月结卡号,月结帐号')],
  ['accountName', list('结算对象,结算客户,付款客户,客户名称,订单客户')],
  ['declaredValue', list('声明价值,保价金额,投保金额')],
  ['declaredValue in yuan', list('声明价值(元)')],
  ['insuranceFee', list('保价费,保费')],
  ['codAmount', list('代收货款,代收金额,应收代收')],
  ['codFee', list('手续费,代收手续费')],
  ['department', list('部门,成本中心,所属部门')],
  ['sender', list('经手人,寄件人')],
  ['carrier', list('快递公司,承运商,物流公司')],
  ['remark', list('备注,服务备注')],
]

describe('columns of waybills', () => {
  it.each(trade.flatMap(([field, headers]) => headers.map((header) => [header, field] as const)))(
    '%s is %s',
    (header, field) => {
      expect(fieldOf([header])).toBe(field)
    },
  )

  it.each([
    ['運單號'.replace('運單號', ' 运 单\n号 *'), 'number'],
    ['【运单号】', 'number'],
    ['运单号：', 'number'],
    ['*寄件日期', 'shippedOn'],
    ['目的地（省名）', 'destination'],
    ['计费重量（ＫＧ）', 'chargeableWeight in kg'],
    ['waybill no.', 'number'],
    ['实际重量(kg)/票', 'actualWeight in kg'],
    ['本月应付金额', 'amount'],
    ['快递运单号码（18位）', 'number'],
  ])('%j is %s, differently written', (header, field) => {
    expect(fieldOf([header])).toBe(field)
  })

  it.each(
    list(
      '实收重量,首重,首重费,续重,续重费用,首重费用,客户订单号,订单号,子单号,签收时间,收件地址,收件人电话,体积系数,单价,运费单价,税额,包装费,燃油附加费,派送费,成本金额,理赔金额,积分,收件人,状态,序号,网点重量,市场部,省心价',
    ),
  )('%s is none of our fields', (header) => {
    expect(fieldOf([header])).toBeUndefined()
  })

  it('does not take a unit of another dimension', () => {
    expect(fieldOf(['体积重(m³)'])).toBeUndefined()
    expect(fieldOf(['重量(元)'])).toBeUndefined()
  })

  it('keeps the known failures apart when they stand side by side', () => {
    const headers = ['运单号', '重量', '实收重量', '首重', '首重费', '体积', '体积重', '运费', '保价费', '代收手续费']
    const mapping = matchColumns(headers, waybillFields)
    const named = Object.fromEntries(mapping.matches.map(({ column, field }) => [headers[column], field]))
    expect(named).toEqual({
      运单号: 'number',
      重量: 'actualWeight',
      体积: 'volume',
      体积重: 'volumeWeight',
      运费: 'amount',
      保价费: 'insuranceFee',
      代收手续费: 'codFee',
    })
    expect(mapping.unmatched.map((column) => headers[column])).toEqual(['实收重量', '首重', '首重费'])
    expect(mapping.ambiguous).toEqual([])
    expect(mapping.missing).toEqual(['shippedOn'])
  })

  it('asks where two columns are equally good, and takes neither', () => {
    const mapping = matchColumns(['运单号', '寄件日期', '应付金额', '结算金额', '重量', '重量'], waybillFields)
    expect(mapping.ambiguous).toEqual([
      { field: 'amount', columns: [2, 3] },
      { field: 'actualWeight', columns: [4, 5] },
    ])
    expect(mapping.matches.map(({ field }) => field)).toEqual(['number', 'shippedOn'])
  })

  it('reports a required field as missing while it is ambiguous', () => {
    expect(matchColumns(['运单号', '物流单号', '寄件日期'], waybillFields).missing).toEqual(['number'])
  })

  it('prefers strong headers to weak ones, exact ones to others', () => {
    expect(fieldOf(['下单时间', '寄件时间'], 1)).toBe('shippedOn')
    expect(fieldOf(['运费', '应付金额'], 1)).toBe('amount')
    expect(fieldOf(['重量', '实际重量'], 1)).toBe('actualWeight')
    expect(fieldOf(['条码', '运单号'], 1)).toBe('number')
    expect(fieldOf(['省份', '目的省份'], 1)).toBe('destinationProvince')
  })

  it('follows what was chosen before, ignored columns included', () => {
    const headers = ['运单号', '寄件日期', '应付金额', '结算金额', '重量', '重量']
    const remembered = {
      [rememberKey(headers, 3)]: 'amount',
      [rememberKey(headers, 2)]: '',
      [rememberKey(headers, 5)]: 'actualWeight',
      [rememberKey(headers, 4)]: '',
    }
    const mapping = matchColumns(headers, waybillFields, remembered)
    expect(mapping.ambiguous).toEqual([])
    expect(mapping.matches.map(({ column, field, kind }) => [column, field, kind])).toEqual([
      [0, 'number', 'exact'],
      [1, 'shippedOn', 'exact'],
      [3, 'amount', 'remembered'],
      [5, 'actualWeight', 'remembered'],
    ])
    expect(mapping.unmatched).toEqual([])
  })

  it('tells how it recognised a column', () => {
    const kinds = matchColumns(['运单号', ' 寄件 日期', '重量', '本月应付金额'], waybillFields).matches.map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['exact', 'normalised', 'weak', 'contains'])
  })
})

describe('columns of customers', () => {
  it.each(
    [
      ['name', list('名称,客户名称,公司名称,企业名称')],
      ['shortName', list('简称,客户简称')],
      ['code', list('客户编码,编码,客户编号')],
      ['monthAccounts', list('月结账号,月结卡号,月结帐号')],
      ['aliases', list('别名,曾用名')],
      ['industry', list('行业,所属行业')],
      ['tier', list('级别,客户级别,等级')],
      ['manager', list('客户经理,大客户经理,业务员')],
      ['contactName', list('联系人,客户联系人')],
      ['phone', list('电话,联系电话,手机号码,联系人电话')],
      ['province', list('省,省份')],
      ['city', list('市,城市')],
      ['district', list('区,区县')],
      ['region', list('省市区')],
      ['address', list('地址,详细地址')],
      ['paymentDays', list('账期,账期(天),账期（天）')],
      ['remark', list('备注')],
      ['uscc', list('统一社会信用代码,税号')],
      ['creditLimit', list('信用额度')],
      ['creditLimit in wan', list('信用额度(万元)')],
      ['group', list('集团,所属集团')],
    ].flatMap(([field, headers]) => (headers as string[]).map((header) => [header, field as string])),
  )('%s is %s', (header, field) => {
    expect(fieldOf([header], 0, accountFields)).toBe(field)
  })

  it.each(list('客户经理电话,联系人生日,区域经理,市场,开户银行'))('%s is none of our fields', (header) => {
    expect(fieldOf([header], 0, accountFields)).toBeUndefined()
  })
})

describe('declarations', () => {
  it.each([
    ['waybills', waybillFields as readonly FieldDeclaration[]],
    ['accounts', accountFields as readonly FieldDeclaration[]],
  ])('%s: no header belongs to two fields of the same strength', (_, fields) => {
    for (const pick of ['aliases', 'weakAliases'] as const) {
      const owners = new Map<string, string>()
      for (const field of fields) {
        for (const alias of field[pick] ?? []) {
          const name = headerName(alias)
          expect([alias, owners.get(name) ?? field.key]).toEqual([alias, field.key])
          owners.set(name, field.key)
        }
      }
    }
  })

  it.each(
    [...waybillFields, ...accountFields].flatMap((field: FieldDeclaration) =>
      field.aliases.map((alias) => [alias, field] as const),
    ),
  )('the alias %s finds its field', (alias, field) => {
    const fields = (waybillFields as readonly FieldDeclaration[]).includes(field) ? waybillFields : accountFields
    expect(matchColumns([alias], fields).matches.map((one) => one.field)).toEqual([field.key])
  })
})

describe('header texts', () => {
  it.each([
    ['重量（克）', '重量', 'g'],
    ['重量KG', '重量', 'kg'],
    ['运费/元', '运费', 'yuan'],
    ['金额：万元', '金额', 'wan'],
    ['单价(元/票)', '单价', 'yuan'],
    ['体积 m3', '体积', 'm3'],
  ])('%s is %s in %s', (text, name, unit) => {
    expect(headerReadings(text)).toContainEqual({ name, unit })
  })

  it.each(['Length', '积分', '部分', '对方', 'Program', 'Item', 'Remark'])('%s names no unit', (text) => {
    expect(headerReadings(text).every((reading) => reading.unit === undefined)).toBe(true)
  })
})
