/**
 * The oldest Node.js that can install the project and hand over to the pinned one. This file and the entries that import
 * it use no syntax younger than Node 12, so that an old Node.js answers with a sentence instead of a SyntaxError.
 */
export var oldestNode = 20

export function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version)[1])
}

/** Says so in one sentence and sets the exit code if this Node.js is too old. */
export function nodeIsTooOld() {
  if (majorOf(process.version) >= oldestNode) return false
  console.error(
    'Yike needs Node.js ' +
      oldestNode +
      ' or newer, this is ' +
      process.version +
      ': get it from https://nodejs.org' +
      ' (驿客需要 Node.js ' +
      oldestNode +
      ' 或更新版本).',
  )
  process.exitCode = 1
  return true
}
