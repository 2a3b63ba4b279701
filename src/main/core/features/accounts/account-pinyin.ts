/**
 * How a name is typed on a keyboard: `shunfengsuyun` and `sfsy`. The dictionary is large, so it is loaded with the
 * first name that is written, not at start. `surname`: whether a name begins with a person's surname.
 */
export async function loadPinyin(
  surname: 'off' | 'head' = 'off',
): Promise<(name: string) => { pinyin: string; initials: string }> {
  const { pinyin } = await import('pinyin-pro')
  return (name) => {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname })
    return {
      pinyin: syllables.join('').toLowerCase().replaceAll(/\s+/g, ''),
      initials: syllables
        .map((syllable) => syllable.charAt(0))
        .join('')
        .toLowerCase(),
    }
  }
}
