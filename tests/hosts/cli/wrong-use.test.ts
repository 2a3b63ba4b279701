import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { errorCodes } from '#shared/contract/errors'
import { waybillFilter } from '#shared/contract/waybills'
import { Refused } from '#core/refused'
import { runCommandLine } from '../../../src/main/cli/command-line'
import { filterOf } from '../../../src/main/cli/commands/list'
import { exitCodeOf } from '../../../src/main/cli/exit-codes'
import { exitCodeFor, refusalText } from '../../../src/main/cli/refusal-text'
import { tempFolder } from '../temp-folder'

async function yike(...args: string[]) {
  const written = { out: '', error: '' }
  const streams = {
    out: (text: string) => void (written.out += text),
    error: (text: string) => void (written.error += text),
    watched: false,
  }
  const exit = await runCommandLine(args, tempFolder(), streams)
  return { exit, ...written }
}

test.each([
  [[], '请给出一个命令'],
  [['fly'], '没有命令 fly'],
  [['demo', '--fast'], '没有选项 --fast'],
  [['import', 'waybills'], '缺少 file'],
  [['undo', '1', '2'], '给出的内容太多'],
  [['quote', '--kg', '1'], '缺少选项 --to'],
  [['quote', '--to'], '选项 --to'],
  [['quote', '--to', '北京', '--kg', '1.0005'], '“1.0005”不是可用的重量'],
  [['serve', '--port', '70000'], '“70000”不是可用的端口'],
  [['verify', '--lang', 'fr'], '“fr”不是可用的语言'],
])('wrong use %j exits 2 and says why on standard error only', async (args, words) => {
  const { exit, out, error } = await yike(...args)
  expect(exit).toBe(2)
  expect(error).toContain(words)
  expect(error.trimEnd()).not.toContain('\n')
  expect(out).toBe('')
})

test('--lang en answers in English', async () => {
  expect((await yike('fly', '--lang', 'en')).error).toContain('there is no command fly')
})

test('help is asked for, so it exits 0 and is the output', async () => {
  const { exit, out, error } = await yike('--help')
  expect(exit).toBe(0)
  for (const command of [
    'demo',
    'import',
    'undo',
    'quote',
    'rate',
    'report',
    'plan',
    'list',
    'backup',
    'verify',
    'serve',
  ]) {
    expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
  }
  expect(error).toBe('')
})

test('every code of the closed set has an exit code and words in both languages, wherever it was thrown', () => {
  for (const code of errorCodes) {
    const thrown = new Refused(code)
    const carried = new ORPCError('REFUSED', { data: { code, params: {} } })
    expect(exitCodeFor(thrown)).toBe(exitCodeOf(code))
    expect(exitCodeFor(carried)).toBe(exitCodeOf(code))
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(refusalText(carried, locale)).toBe(refusalText(thrown, locale))
      expect(refusalText(thrown, locale)).not.toContain(`errors:${code}`)
    }
  }
  expect(exitCodeOf('book-locked')).toBe(1)
  expect(exitCodeOf('file-damaged')).toBe(2)
})

test('a filter takes what its schema takes and nothing else', () => {
  expect(filterOf(waybillFilter, ['status=unmatched', 'batch=7', 'loss=true', 'product=特快=次日'])).toEqual({
    status: 'unmatched',
    batch: 7,
    loss: true,
    product: '特快=次日',
  })
  for (const text of ['status=lost', 'batch=x', 'colour=red', 'status', 'status=', '__proto__=1']) {
    expect(() => filterOf(waybillFilter, [text])).toThrow('figure')
  }
})
