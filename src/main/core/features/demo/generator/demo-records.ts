import type { AttachmentCategory } from '#shared/contract/attachments'
import type { NoteInput, NoteKind } from '#shared/contract/timeline'
import { addDays, lastDayOf } from '#shared/domain/months'
import { managers } from './companies'
import type { DemoAccount } from './demo-accounts'
import type { Random } from './random'

export interface DemoNote extends NoteInput {
  actor: string
}

export interface DemoFile {
  name: string
  title: string
  category: AttachmentCategory
  note: string
  content: Buffer
}

/** What is said with customers of a branch, and how: the story of a quarter, told from its end backwards. */
const talks: readonly (readonly [kind: NoteKind, text: string])[] = [
  ['call', '确认本月对账单已收到，财务说下周付款。'],
  ['visit', '到仓库看打包流程，建议改用我方提供的防水袋，对方愿意先试一周。'],
  ['wechat', '客户转来一票破损照片，已登记，答应两天内答复。'],
  ['meeting', '季度回顾：签收及时率达标，客户提出偏远地区再提速，记下待测算。'],
  ['call', '询问旺季车辆安排，答复每天加一班 19:00 的提货车。'],
  ['visit', '送去新价格表并逐条说明，对方要求首重段再让一点，带回请示。'],
  ['other', '收到客户邮件，仓库下月搬到新园区，提货地址待更新。'],
  ['call', '对方提到另一家快递上门报价，约了下周面谈。'],
  ['meeting', '与物流、财务一起谈账期，暂定维持不变，年底再议。'],
]

/** Conversations of the last months with a customer, the newest first. */
export function makeNotes(account: DemoAccount, rank: number, lastMonth: string, random: Random): DemoNote[] {
  const count = Math.max(2, 8 - Math.floor(rank / 4))
  const actor = account.manager || managers[0]
  const names = account.contacts.map(({ name }) => name)
  let day = addDays(lastDayOf(lastMonth), -random.between(0, 6))
  const start = random.below(talks.length)
  return Array.from({ length: count }, (_, at) => {
    const [kind, text] = talks[(start + at) % talks.length] ?? ['other', '']
    const note = { kind, happenedOn: day, withWhom: random.pick(names), text: `${text}（示例数据）`, actor }
    day = addDays(day, -random.between(6, 24))
    return note
  })
}

/** Small files as a customer's folder holds them; the terms are the same for all, so that they are stored once. */
export function makeFiles(account: DemoAccount, lastMonth: string): DemoFile[] {
  const text = (lines: readonly string[]) => Buffer.from(`\u{FEFF}${lines.join('\r\n')}\r\n`)
  return [
    {
      name: `${account.shortName}-年度运输合同（示例）.pdf`,
      title: '年度运输合同',
      category: 'contract',
      note: '示例数据，扫描件以纸质为准。',
      content: smallPdf(['DEMONSTRATION DATA', `Carriage contract ${account.code}`, `Signed in ${lastMonth}`]),
    },
    {
      name: '服务条款（示例）.txt',
      title: '',
      category: 'contract',
      note: '',
      content: text(['示例数据', '一、签收及时率不低于 95%。', '二、破损按声明价值赔付。', '三、月结，账期见合同。']),
    },
    {
      name: `会议纪要-${lastMonth}（示例）.txt`,
      title: '',
      category: 'correspondence',
      note: '',
      content: text(['示例数据', account.name, `${lastMonth} 季度回顾：时效达标，偏远地区待提速。`]),
    },
  ]
}

/** A one-page PDF with a few Latin lines, its cross-references counted. */
export function smallPdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line, at) => `1 0 0 1 72 ${740 - at * 28} Tm (${line.replaceAll(/[()\\]/g, ' ')}) Tj`)
  const stream = `BT /F1 16 Tf ${shown.join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [at, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}
