import { isWordKey, type WordKey, type WordParams } from './index'

/** The parameters of a refusal as its words take them: the missing permission by what it lets one do, not by its key. */
export function refusalParams(t: (key: WordKey) => string, { code, params }: { code: string; params: WordParams }) {
  if (code !== 'permission-denied') return params
  const key = `permissions:${params['permission']}`
  return isWordKey(key) ? { ...params, permission: t(key) } : params
}
