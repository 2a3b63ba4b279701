import { expect, it } from 'vitest'
import { fileKind, opensWithWarning } from '#shared/domain/attachments/file-kind'

it.each([
  ['合同.pdf', 'pdf', false],
  ['合同.PDF', 'pdf', false],
  ['表.xlsx', 'table', false],
  ['表.xlsm', 'program', true],
  ['照片.JPG', 'picture', false],
  ['bill.pdf.exe', 'program', true],
  ['bill.exe.', 'program', true],
  ['bill.exe ', 'program', true],
  ['run.command', 'program', true],
  ['page.html', 'program', true],
  ['link.lnk', 'program', true],
  ['没有扩展名', 'other', true],
  ['.pdf', 'pdf', false],
  ['a.unknown', 'other', true],
])('%s is a %s, opened with a warning: %s', (name, kind, warns) => {
  expect(fileKind(name)).toBe(kind)
  expect(opensWithWarning(name)).toBe(warns)
})
