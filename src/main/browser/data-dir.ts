import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The folder of the user's book where none is named: the same for all hosts, so that they open the same book. */
export function defaultDataDir(
  platform = process.platform,
  env: Record<string, string | undefined> = process.env,
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Yike')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Yike')
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'yike')
}

/** The folder named by `--data`, or the default one. */
export function dataDirOf(named: string | undefined): string {
  return named ? resolve(named) : defaultDataDir()
}
