import { describe, expect, it } from 'vitest'
import type { AccountDetail } from '#shared/contract/accounts'
import {
  differingFields,
  emptyAccount,
  firstContactOf,
  formOf,
  inputOf,
} from '../../../src/renderer/features/accounts/form-values'
import { account } from './account'

const there = (changes: Partial<AccountDetail>) => inputOf(formOf({ ...account, ...changes }))

describe('customer form', () => {
  it('gives back what it was given', () => {
    const { province, city, district, ...rest } = there({})
    expect({ province, city, district }).toEqual({ province: '浙江省', city: '杭州市', district: '西湖区' })
    expect(account).toMatchObject(rest)
  })

  it.each([
    [
      ['北京市', '北京市', '朝阳区'],
      ['北京市', '朝阳区'],
    ],
    [
      ['浙江省', '杭州市', '西湖区'],
      ['浙江省', '杭州市', '西湖区'],
    ],
    [['浙江省', '', ''], ['浙江省']],
    [['', '', ''], []],
  ])('holds the place %j as the path %j and writes it back', (place, region) => {
    const [province = '', city = '', district = ''] = place
    expect(formOf({ ...account, province, city, district }).region).toEqual(region)
    expect(there({ province, city, district })).toMatchObject({ province, city, district })
  })

  it('writes the credit code without blanks and in capitals', () => {
    expect(there({ uscc: '91330100 ma27xl0q-xx' }).uscc).toBe('91330100MA27XL0QXX')
  })

  it('takes a first contact only where one is named', () => {
    const named = { name: '王芳', title: '', phone: '13800001001', email: '' }
    expect(firstContactOf({ ...emptyAccount, firstContact: named })).toEqual(named)
    expect(firstContactOf({ ...emptyAccount, firstContact: { ...named, name: ' ' } })).toBeNull()
    expect(inputOf(formOf(account))).not.toHaveProperty('firstContact')
  })

  it('names the fields in which two states differ', () => {
    const other = { ...account, industry: '食品', city: '宁波市', creditDays: 45 }
    expect(differingFields(formOf(account), formOf(other))).toEqual(['industry', 'region', 'creditDays'])
    expect(differingFields(formOf(account), formOf({ ...account, version: 9 }))).toEqual([])
  })
})
