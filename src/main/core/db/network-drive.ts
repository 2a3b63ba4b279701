import { readFileSync, realpathSync } from 'node:fs'

const networkFileSystems = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  '9p',
  'fuse.sshfs',
  'afs',
  'ncpfs',
  'davfs',
])

/**
 * True if the folder lies on a network drive, where SQLite's write-ahead log cannot work: it needs memory shared
 * between the processes of one machine. Windows: the resolved path is a UNC path; Linux: the mount's file system.
 */
export function onNetworkDrive(folder: string): boolean {
  const real = realpathSync.native(folder)
  if (process.platform === 'win32') return /^\\\\(?![?.]\\)/.test(real) || real.startsWith('\\\\?\\UNC\\')
  if (process.platform !== 'linux') return false
  return networkFileSystems.has(fileSystemOf(real, readFileSync('/proc/self/mounts', 'utf8')))
}

/** The file system type of the longest mount point that holds the path. `mounts` has the form of /proc/self/mounts. */
export function fileSystemOf(path: string, mounts: string): string {
  let best = ''
  let type = ''
  for (const line of mounts.split('\n')) {
    const [, point = '', fileSystem = ''] = line.split(' ')
    const mountPoint = point.replaceAll('\\040', ' ')
    const inside = path === mountPoint || path.startsWith(mountPoint === '/' ? '/' : `${mountPoint}/`)
    if (inside && mountPoint.length >= best.length) {
      best = mountPoint
      type = fileSystem
    }
  }
  return type
}
