import { accountInput } from '#shared/contract/accounts'
import { Book } from '#core/db/book'
import { openBook } from '#core/db/open-book'
import { startBook } from '#core/db/start-book'
import { WriteLease } from '#core/db/write-lease'
import { Random } from '#core/features/demo/generator/random'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { loadPinyin } from '#core/features/accounts/account-pinyin'
import { loadSurnames } from '#core/features/people/person-reading'
import { findPairs } from '#core/features/duplicates/duplicate-finder'
import { mergeAccounts } from '#core/features/duplicates/merge-task'
import { undoMerge } from '#core/features/duplicates/merge-undo'
import { recomputeMonths } from '#core/features/waybills/account-waybills'
import { FileTickets } from '#core/files/file-tickets'
import { benchMonth, inBenchFolder, openBenchCore } from './bench-core'
import { line, median, seconds } from './measure'

const customers = 20_000
const contactsEach = 3
const mergedWaybills = 100_000
const runs = 5

const heads =
  '云尚锦裳墨香沃格天山清和朝阳晨光海味暖灯竹语合力途安优鲜橙果织里团和平金麦木子小树新华东方恒源瑞泰'.split('')
const trades = [
  '食品',
  '服饰',
  '家电',
  '图书',
  '日用品',
  '汽配',
  '五金',
  '药业',
  '电子商务',
  '化妆品',
  '母婴用品',
  '软件',
]
const cities = ['杭州', '宁波', '温州', '嘉兴', '湖州', '绍兴', '金华', '衢州', '舟山', '台州', '丽水']
const surnames = '王李张刘陈杨黄周吴徐孙马朱胡林郭何高罗郑'.split('')
const givenNames = '丽华建军晓燕志强雨桐海波文静明辉佳怡国栋秀英子涵立新思琪'.split('')

/** Searching, the customer list, duplicates and a merge in a book of 20,000 customers and 60,000 contacts. */
export async function run(): Promise<void> {
  await inBenchFolder(async (folder) => {
    const names = await fill(folder)
    const core = await openBenchCore(folder)
    await searching((text) => core.client.accounts.search({ text, limit: 10 }), names)
    for (const [name, input] of lists) {
      await measured(`list page, ${name}`, () => core.client.accounts.list(input), 'under 100 ms')
    }
    await measured('pairs that may be one, count cold', () => core.client.duplicates.count({}), '')
    await core.close()
    await merging(folder)
  })
}

const byRevenue = { sort: 'revenueFen', descending: true, filter: { month: benchMonth } }
const lists: [string, Parameters<Awaited<ReturnType<typeof openBenchCore>>['client']['accounts']['list']>[0]][] = [
  ['by revenue', byRevenue],
  ['by revenue, page 200', { ...byRevenue, page: 200 }],
  ['by revenue, search 云', { ...byRevenue, search: '云' }],
  ['by revenue, search hzys', { ...byRevenue, search: 'hzys' }],
  ['by name', { sort: 'name', filter: { month: benchMonth } }],
]

async function measured(name: string, work: () => unknown, target: string): Promise<void> {
  const times: number[] = []
  for (let index = 0; index < runs; index++) times.push(1000 * (await seconds(work)))
  line(name, `${median(times).toFixed(1)} ms`, `${target} (worst ${Math.max(...times).toFixed(1)} ms)`)
}

/** Many different queries of each kind, each asked once: nothing is warm but the pages of the book. */
async function searching(search: (text: string) => Promise<unknown>, names: readonly string[]): Promise<void> {
  const random = new Random(7)
  const spell = await loadPinyin()
  const texts = Array.from({ length: 25 }, () => random.pick(names))
  const kinds: Record<string, string[]> = {
    'one character': heads.slice(0, 25),
    'two characters': texts.map((text) => text.slice(2, 4)),
    'five characters': texts.map((text) => text.slice(0, 5)),
    'two initials': texts.map((text) => spell(text).initials.slice(2, 4)),
    'full pinyin': texts.map((text) => spell(text.slice(2, 6)).pinyin),
    'contact, pinyin': texts.map(() => spell(random.pick(surnames) + random.pick(givenNames)).pinyin),
    'four digits of a telephone': texts.map(() => String(random.between(1000, 9999))),
    code: texts.map(() => `KH${String(random.between(1, customers)).padStart(6, '0')}`),
    'nothing found': texts.map((_, index) => `zqx${index}`),
  }
  for (const [kind, queries] of Object.entries(kinds)) {
    const times: number[] = []
    for (const query of queries) times.push(1000 * (await seconds(() => search(query))))
    line(`search, ${kind}`, `${median(times).toFixed(1)} ms`, `under 50 ms (worst ${Math.max(...times).toFixed(1)} ms)`)
  }
}

function bookIn(folder: string, db: Awaited<ReturnType<typeof openBook>>) {
  const now = Date.parse('2026-11-22T04:00:00Z')
  const clock = { now: () => now, fixed: now }
  startBook(db, clock, '压力测试')
  return {
    db,
    clock,
    book: new Book(db, clock, 'bench'),
    lease: new WriteLease(),
    files: new FileTickets(folder),
    dataDir: folder,
    workerDir: '',
  }
}

async function fill(folder: string): Promise<string[]> {
  const kernel = bookIn(folder, await openBook(folder))
  const accounts = createAccountsService(kernel)
  const spell = await loadPinyin()
  const spellPerson = await loadSurnames()
  const random = new Random(11)
  const names: string[] = []
  const contact = kernel.db.statement(
    `INSERT INTO contact (uid, account_id, name, title, phone, email, note, is_primary, pinyin, initials)
     VALUES (?, ?, ?, '', ?, '', '', 0, ?, ?)`,
  )
  const month = kernel.db.statement(
    `INSERT INTO account_month VALUES (?, '${benchMonth}', 1, 1, 0, ?, 0, 0, 0, 0, 0, '${benchMonth}-15')`,
  )
  const took = await seconds(() =>
    kernel.book.write((hlc) => {
      for (let index = 0; index < customers; index++) {
        const short = Array.from({ length: 4 }, () => random.pick(heads)).join('')
        const name = `${random.pick(cities)}${short}${random.pick(trades)}有限公司`
        names.push(name)
        const aliases = [`${short}旗舰店`]
        const input = accountInput.parse({
          code: `KH${String(index + 1).padStart(6, '0')}`,
          name,
          shortName: short,
          aliases,
          monthAccounts: [`5710${300_001 + index}`],
        })
        const id = accounts.insert(input, hlc, null, spell)
        for (let count = 0; count < contactsEach; count++) {
          const person = random.pick(surnames) + random.pick(givenNames) + random.pick(givenNames)
          const { pinyin, initials } = spellPerson(person)
          const phone = `13${random.between(100_000_000, 999_999_999)}`
          contact.run(kernel.book.uid(), id, person, phone, pinyin, initials)
        }
        month.run(id, random.between(0, 5_000_000))
      }
      return { result: undefined, audit: null }
    }),
  )
  line(`${customers} customers, ${customers * contactsEach} contacts written`, `${took.toFixed(1)} s`)
  kernel.db.close()
  return names
}

/** How long a merge holds the book: one transaction, because a merge is whole or not at all. */
async function merging(folder: string): Promise<void> {
  const kernel = bookIn(folder, await openBook(folder))
  const { db } = kernel
  const first: number[] = []
  for (let index = 0; index < runs; index++) first.push(1000 * (await seconds(() => findPairs(db))))
  line('pairs that may be one, found anew', `${median(first).toFixed(1)} ms`)
  db.statement(
    `INSERT INTO import_batch (uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
     VALUES ('b', '', 'waybills', '', '', '', 'visible', '{}', '{}', '', '')`,
  ).run()
  const waybill = db.statement(
    `INSERT INTO waybill (batch_id, source_row, source_hash, carrier, number, fee_kind, line_kind, shipped_on, month,
       customer_code, customer_name, account_id, product, origin, destination, province, pieces, note, status, revenue_fen, cost_fen)
     VALUES (1, ?, '', '', ?, '', 'freight', ?, ?, '', '', 2, '标快', '', '', ?, 1, '', 'rated', 1000, 700)`,
  )
  const months = Array.from(
    { length: 24 },
    (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  )
  db.transaction(() => {
    for (let index = 0; index < mergedWaybills; index++) {
      const month = months[index % months.length] ?? ''
      waybill.run(
        index,
        `N${index}`,
        `${month}-${String((index % 28) + 1).padStart(2, '0')}`,
        month,
        String((index % 34) * 10_000),
      )
    }
    recomputeMonths(db, [2], months)
  })
  const quiet = { report: () => {}, signal: new AbortController().signal }
  const [merge, undo]: [number[], number[]] = [[], []]
  const accounts = createAccountsService(kernel)
  for (let index = 0; index < runs; index++) {
    const [keptVersion, otherVersion] = [accounts.detail(1).version, accounts.detail(2).version]
    let made = 0
    merge.push(
      await seconds(async () => {
        const input = { keptId: 1, keptVersion, otherId: 2, otherVersion, choices: {} }
        made = (await mergeAccounts(kernel, input, quiet)).merge
      }),
    )
    undo.push(await seconds(() => undoMerge(kernel, { merge: made }, quiet)))
  }
  line(`merge with ${mergedWaybills} waybills, book held`, `${median(merge).toFixed(2)} s`)
  line(`undo of it`, `${median(undo).toFixed(2)} s`)
  db.close()
}
