const needed = 22

/** Says so in one sentence and sets the exit code if this Node.js is too old for the database driver. */
export function nodeIsNewEnough(): boolean {
  if (Number.parseInt(process.versions.node, 10) >= needed) return true
  console.error(
    `驿客需要 Node.js ${needed} 或更新版本，现在是 ${process.version}。Yike needs Node.js ${needed} or newer.`,
  )
  process.exitCode = 1
  return false
}
