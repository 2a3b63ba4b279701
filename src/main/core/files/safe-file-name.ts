/** File systems count bytes (255 on most); some room stays for what a program appends while it saves. */
const longestBytes = 200
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i

/**
 * A name any file system takes and that stays in its folder: no path, no control or direction marks (which make
 * `exe.fdp` look like `pdf.exe`), none of the characters and device names Windows refuses, not too long. Its extension
 * is kept.
 */
export function safeFileName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '_')
    .replace(/[.\s]+$/, '')
    .trimStart()
  const usable = clean === '' || /^\.+$/.test(clean) ? '_' : clean
  return shortened(reserved.test(usable) ? `_${usable}` : usable)
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestBytes) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : ''
  let stem = ''
  for (const sign of extension === '' ? name : name.slice(0, dot)) {
    if (Buffer.byteLength(stem + sign + extension) > longestBytes) break
    stem += sign
  }
  return stem.replace(/[.\s]+$/, '') + extension
}

/** The same names told apart as `bill (2).pdf`; systems that ignore case see them as one too. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem} (${number})${extension}`
    taken.add(free.toLowerCase())
    return free
  })
}
