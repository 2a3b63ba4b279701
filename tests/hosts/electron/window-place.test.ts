import { expect, test } from 'vitest'
import { windowPlace } from '../../../src/main/electron/window-place'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 0, width: 1280, height: 984 }
const kept = (x: number, y: number, width = 1200, height = 800, maximized = false) =>
  JSON.stringify({ bounds: { x, y, width, height }, maximized })
const middle = { bounds: { width: 1440, height: 900 }, maximized: false }

test.each([
  ['on the screen', kept(100, 100), [screen]],
  ['on the second screen', kept(-1200, 20), [screen, left]],
  ['half beyond the edge', kept(1700, 600), [screen]],
  ['maximized', kept(0, 0, 1920, 1040, true), [screen]],
])('a window left %s comes back there', (_name, text, screens) => {
  expect(windowPlace(text, screens)).toEqual(JSON.parse(text))
})

test.each([
  ['never', null],
  ['on a screen that has gone', kept(-1200, 20)],
  ['with its title bar above the screen', kept(100, -30)],
  ['with a sliver on the screen', kept(1850, 100)],
  ['below the screen', kept(100, 1000)],
  ['too small to use', kept(100, 100, 10, 10)],
  ['in another form', '{"x":1}'],
  ['half written', '{"bounds":{'],
  ['with numbers that are none', kept(100, 100).replace('1200', '1e999')],
])('a window remembered %s opens in the middle', (_name, text) => {
  expect(windowPlace(text, [screen])).toEqual(middle)
})
