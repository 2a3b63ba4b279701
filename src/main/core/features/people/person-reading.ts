/**
 * How a person's name is typed on a keyboard. A surname has a reading of its own (仇 qiú, 单 shàn, 解 xiè), which a company's
 * name must not get: hence this beside the accounts' reading. The dictionary is loaded with the first name that is written.
 */
export async function loadSurnames(): Promise<(name: string) => { pinyin: string; initials: string }> {
  const { pinyin } = await import('pinyin-pro')
  return (name) => {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head' })
    return {
      pinyin: syllables.join('').toLowerCase().replaceAll(/\s+/g, ''),
      initials: syllables
        .map((syllable) => syllable.charAt(0))
        .join('')
        .toLowerCase(),
    }
  }
}

export type SpellPerson = Awaited<ReturnType<typeof loadSurnames>>
