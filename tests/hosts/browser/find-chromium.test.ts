import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chromiumPlaces, findChromium } from '../../../src/main/browser/find-chromium'
import { defaultDataDir } from '../../../src/main/browser/data-dir'
import { hasScreen } from '../../../src/main/browser/open-window'
import { tempFolder } from '../temp-folder'

test('on Windows Edge is looked for first, in all three program folders', () => {
  const env = { 'PROGRAMFILES(X86)': 'C:\\P86', PROGRAMFILES: 'C:\\P', LOCALAPPDATA: 'C:\\L' }
  const places = chromiumPlaces('win32', env)
  expect(places.slice(0, 3)).toEqual([
    'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\L\\Microsoft\\Edge\\Application\\msedge.exe',
  ])
  expect(places).toContain('C:\\P\\Google\\Chrome\\Application\\chrome.exe')
})

test('on Linux the first runnable one on the PATH is taken; a named one goes before', () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'bin'))
  const program = (name: string, mode: number) => {
    const path = join(folder, 'bin', name)
    writeFileSync(path, '')
    chmodSync(path, mode)
    return path
  }
  const chrome = program('google-chrome', 0o755)
  const edge = program('microsoft-edge', 0o755)
  const PATH = `${join(folder, 'none')}:${join(folder, 'bin')}`
  expect(findChromium('linux', { PATH })).toBe(chrome)
  expect(findChromium('linux', { PATH, YIKE_CHROMIUM: edge })).toBe(edge)
  expect(findChromium('linux', { PATH: folder })).toBeNull()
})

test('a program nobody may run is not a browser', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'chromium'), '', { mode: 0o644 })
  expect(findChromium('linux', { PATH: folder })).toBeNull()
})

test.each([
  ['linux', { XDG_CONFIG_HOME: '/c' }, '/c/yike'],
  ['win32', { APPDATA: '/r' }, '/r/Yike'],
] as const)('the book of a user on %s lies in his own folder', (platform, env, folder) => {
  expect(defaultDataDir(platform, env)).toBe(folder)
})

test('only Linux can be without a screen', () => {
  expect(hasScreen('linux', {})).toBe(false)
  expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasScreen('win32', {})).toBe(true)
})
