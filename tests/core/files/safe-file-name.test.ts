import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctNames, safeFileName } from '#core/files/safe-file-name'

describe('a safe file name', () => {
  it.each([
    ['合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['a<b>:c"d|e?f*.txt', 'a_b__c_d_e_f_.txt'],
    ['..', '_'],
    ['', '_'],
    ['report.pdf. . ', 'report.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.log', '_com1.log'],
    ['console.txt', 'console.txt'],
    ['bill\u202Efdp.exe', 'billfdp.exe'],
    ['line\nbreak\u0000.txt', 'linebreak.txt'],
  ])('of %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('keeps the extension of a name that is too long', () => {
    const safe = safeFileName(`${'合'.repeat(300)}.pdf`)
    expect(safe).toMatch(/^合+\.pdf$/)
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
  })

  it('stays in its folder, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.{0,2}$|[.\s]$/u)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(201)
      }),
    )
  })
})

it('tells equal names apart, also where only the case differs', () => {
  expect(distinctNames(['a.pdf', 'A.PDF', 'a.pdf', 'b', 'b'])).toEqual([
    'a.pdf',
    'A (2).PDF',
    'a (3).pdf',
    'b',
    'b (2)',
  ])
})
