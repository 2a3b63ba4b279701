const prefix = 'custom:'

/** The key under which a custom field stands among declared ones: in a mapping, a column choice, a sorting. */
export function customFieldKey(uid: string): string {
  return `${prefix}${uid}`
}

/** The uid in such a key; null: a declared field's key. */
export function customUid(key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null
}
