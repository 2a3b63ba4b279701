import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { RowTarget } from '#shared/domain/import/row-change'
import { parseUscc } from '#shared/domain/import/parse-identifier'
import { matchKey } from './account-matcher'
import type { ParsedAccount } from './parse-account'

type Row = Pick<ParsedAccount, 'code' | 'name'> & { uscc: string }
type Problem = Pick<FoundProblem, 'code' | 'params'>

export type Recognised =
  | { kind: 'none' }
  | { kind: 'found'; id: number; by: RowTarget['by'] }
  | { kind: 'refused'; problem: Problem }

/**
 * The customers of the book as a customer file speaks of them: by code, else by a valid 统一社会信用代码, else by a name that
 * only one bears. Code and USCC that speak of two customers are left to a person, and so is a known name under another code.
 */
export class KnownAccounts {
  readonly #byCode = new Map<string, number>()
  readonly #byUscc = new Map<string, number[]>()
  readonly #byName = new Map<string, number[]>()
  readonly #heads = new Map<number, { code: string; name: string }>()

  constructor(records: Iterable<{ id: number; code: string; name: string; uscc: string }>) {
    for (const { id, code, name, uscc } of records) {
      this.#heads.set(id, { code, name })
      this.#byCode.set(code, id)
      add(this.#byName, matchKey(name), id)
      const valid = validUscc(uscc)
      if (valid !== '') add(this.#byUscc, valid, id)
    }
  }

  named(name: string): readonly number[] {
    return this.#byName.get(matchKey(name)) ?? []
  }

  head(id: number): { code: string; name: string } {
    return this.#heads.get(id) ?? { code: '', name: '' }
  }

  /** What no two rows of one file may share: the customer they mean, or what would make a new one twice. */
  keysOf({ code, uscc, name }: Row, recognised: Recognised): string[] {
    const valid = validUscc(uscc)
    const coded = code === '' ? [] : [`code ${code}`]
    const registered = valid === '' || this.#byUscc.has(valid) ? [] : [`uscc ${valid}`]
    if (recognised.kind === 'found') return [`known ${recognised.id}`, ...coded, ...registered]
    if (recognised.kind === 'refused') return []
    return [...(code === '' ? [`name ${matchKey(name)}`] : coded), ...registered]
  }

  recognise({ code, uscc, name }: Row): Recognised {
    const coded = code === '' ? undefined : this.#byCode.get(code)
    const registered = this.#byUscc.get(validUscc(uscc)) ?? []
    const named = this.named(name)
    if (coded !== undefined) {
      const [other] = registered
      if (other === undefined || registered.includes(coded)) return { kind: 'found', id: coded, by: 'code' }
      return refused('code-uscc-differ', {
        code,
        name: this.head(coded).name,
        uscc,
        otherCode: this.head(other).code,
        otherName: this.head(other).name,
      })
    }
    if (registered.length > 0) {
      const fitting = registered.length > 1 ? registered.filter((id) => named.includes(id)) : registered
      const [id] = fitting
      if (id !== undefined && fitting.length === 1) return { kind: 'found', id, by: 'uscc' }
      return refused('uscc-ambiguous', { uscc, names: registered.map((one) => this.head(one).name).join('、') })
    }
    const [id] = named
    if (id === undefined) return { kind: 'none' }
    if (code !== '') return refused('name-taken', { code: this.head(id).code })
    return named.length === 1 ? { kind: 'found', id, by: 'name' } : refused('name-ambiguous', { text: name })
  }
}

function validUscc(text: string): string {
  const read = text === '' ? null : parseUscc(text)
  return read?.ok ? read.value : ''
}

function refused(code: string, params: Problem['params']): Recognised {
  return { kind: 'refused', problem: { code, params } }
}

function add(map: Map<string, number[]>, key: string, id: number): void {
  map.set(key, [...(map.get(key) ?? []), id])
}
