import type { GridCell } from '#shared/domain/price-workbook/grid'
import { birthdayText } from '#shared/domain/people/birthday'
import { contactFields } from '#shared/fields/contact.fields'
import type { DemoAccount } from './demo-accounts'
import { makePeople } from './demo-people'
import { demoSeed } from './generate-demo'
import { Random } from './random'

const headers = [
  '客户编码',
  '客户名称',
  '姓名',
  '部门',
  '职务',
  '电话',
  '微信',
  '邮箱',
  '决策角色',
  '立场',
  '影响力',
  '关系强度',
  '上级',
  '首选方式',
  '生日',
  '最近联系',
  '主要联系人',
  '备注',
] as const

/** So many of the biggest customers stand in the list: enough to look at, few enough to read. */
const listed = 12

/** The first word of a choice, as a clerk writes it. */
function choiceWord(field: string, choice: string | null): string {
  const declared = contactFields.find(({ key }) => key === field)
  const choices: Readonly<Record<string, readonly string[]>> = declared && 'choices' in declared ? declared.choices : {}
  return choice === null ? '' : (choices[choice]?.[0] ?? '')
}

/** The people of the demonstration book's source of chance: the same in the book and in the sample. */
export function peopleOf(account: DemoAccount, rank: number, lastMonth: string) {
  return makePeople(account, rank, lastMonth, new Random(demoSeed).branch('people').branch(account.code))
}

/** The list of contacts a branch keeps beside its customers. */
export function peopleSheet(accounts: readonly DemoAccount[], lastMonth: string): GridCell[][] {
  const text = (value: string): GridCell => (value === '' ? null : { value, format: '@' })
  const mark = (value: number | null): GridCell => (value === null ? null : { value })
  const rows = accounts.slice(0, listed).flatMap((account, rank) => {
    const people = peopleOf(account, rank, lastMonth)
    return people.map((person) => [
      text(account.code),
      text(account.name),
      text(person.name),
      text(person.department),
      text(person.title),
      text(person.phone),
      text(person.wechat),
      text(person.email),
      text(choiceWord('role', person.role)),
      text(choiceWord('stance', person.stance)),
      mark(person.influence),
      mark(person.relationship),
      text(person.boss === null ? '' : (people[person.boss]?.name ?? '')),
      text(choiceWord('channel', person.channel)),
      text(person.birthday ? birthdayText(person.birthday, 'zh-CN') : ''),
      text(person.lastContactOn ?? ''),
      text(person.primary ? '是' : ''),
      text(person.note),
    ])
  })
  const title: GridCell[] = [{ value: '客户联系人（示例数据）' }]
  return [title, headers.map((value) => ({ value, format: '@' })), ...rows]
}
