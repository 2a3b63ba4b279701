export const fileKinds = [
  'pdf',
  'document',
  'table',
  'slides',
  'picture',
  'text',
  'archive',
  'mail',
  'media',
  'program',
  'other',
] as const
export type FileKind = (typeof fileKinds)[number]

const extensions: Readonly<Record<Exclude<FileKind, 'other'>, string>> = {
  pdf: 'pdf ofd',
  document: 'doc docx wps odt rtf pages',
  table: 'xls xlsx et csv ods numbers',
  slides: 'ppt pptx dps odp key',
  picture: 'jpg jpeg png gif bmp tif tiff webp heic',
  text: 'txt md log',
  archive: 'zip rar 7z tar gz',
  mail: 'eml msg',
  media: 'mp3 m4a wav amr mp4 mov avi',
  // What a system runs or installs, and documents whose macros can do the same.
  program:
    'exe msi msix bat cmd com scr pif cpl msc ps1 psm1 vbs vbe js mjs jse wsf wsh hta jar lnk url reg scf inf chm ' +
    'sh bash command app dmg pkg apk appimage deb rpm desktop py rb pl php html htm xhtml svg iso img vhd vhdx ' +
    'docm dotm xlsm xltm xlsb xlam pptm potm ppam',
}

const kindOf = new Map(
  Object.entries(extensions).flatMap(([kind, list]) => list.split(' ').map((one) => [one, kind as FileKind] as const)),
)

/** What a file is, by the last extension of its name: that is what a system goes by when it opens one. */
export function fileKind(name: string): FileKind {
  const dot = name.lastIndexOf('.')
  // Windows ignores dots and spaces at the end of a name: `bill.exe.` is a program.
  const trimmed = name.replace(/[.\s]+$/u, '')
  const last = dot < 0 ? '' : trimmed.slice(trimmed.lastIndexOf('.') + 1)
  return kindOf.get(last.toLowerCase()) ?? 'other'
}

/** True where opening may run something, or nobody knows what it does: the user is warned first. */
export function opensWithWarning(name: string): boolean {
  const kind = fileKind(name)
  return kind === 'program' || kind === 'other'
}
