import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbook } from '#core/excel/open-workbook'
import { engineSeconds } from './engine-share'
import { benchMonth, demoCustomers, finishJob, inBenchFolder, openBenchCore, openDemoCore } from './bench-core'
import { writeBill } from './bill-workbook'
import { line, median, percentile, seconds } from './measure'

const rows = 100_000
const runs = 5

interface ImportFigures {
  seconds: number
  slowestReads: number[]
  peakMegabytes: number
  counts: { read: number; imported: number; rejected: number }
}

/** From opening a 100,000 × 14 workbook to visible and rated, beside LibreOffice turning the same file into CSV. */
export async function run(): Promise<void> {
  await inBenchFolder(async (folder) => {
    const bill = join(folder, 'bill.xlsx')
    await writeBill(bill, rows, demoCustomers())
    const master = join(folder, 'master')
    await (await openDemoCore(master)).close()
    const imports: ImportFigures[] = []
    const reads: number[] = []
    const offices: number[] = []
    const engines: number[] = []
    for (let index = 0; index < runs; index++) {
      const book = join(folder, `book-${index}`)
      cpSync(master, book, { recursive: true })
      imports.push(childImport(book, bill))
      engines.push(engineSeconds(book, benchMonth).seconds)
      rmSync(book, { recursive: true })
      reads.push(await seconds(() => readAlone(bill)))
      const office = officeSeconds(folder, bill)
      if (office !== null) offices.push(office)
    }
    const whole = median(imports.map((one) => one.seconds))
    const counts = imports[0]?.counts
    line('import 100,000 × 14, open to visible and rated', `${whole.toFixed(2)} s`, JSON.stringify(counts))
    line(
      '  reading the workbook alone, one thread',
      `${median(reads).toFixed(2)} s`,
      `${percent(median(reads) / whole)} of the import's time`,
    )
    line(
      '  the engine alone on that month: price and cost',
      `${median(engines).toFixed(2)} s`,
      `${percent(median(engines) / whole)} of the import's time; at most 20 %`,
    )
    if (offices.length > 0) {
      line('  LibreOffice converting the same file to CSV', `${median(offices).toFixed(2)} s`)
      line('  import ÷ LibreOffice', (whole / median(offices)).toFixed(2), 'at most 1.5, aim 1.0')
    } else line('  LibreOffice', 'not installed', 'no ratio')
    line(
      '  peak memory of the process',
      `${Math.max(...imports.map((one) => one.peakMegabytes)).toFixed(0)} MB`,
      'under 600',
    )
    const latencies = imports.flatMap((one) => one.slowestReads)
    line(
      '  a customer page meanwhile, p99',
      `${percentile(latencies, 0.99).toFixed(1)} ms`,
      `under 100 (of ${latencies.length})`,
    )
  })
}

/** One import in a process of its own, with a customer page asked for every 100 ms. Called by `run` as a child. */
export async function importOnce(book: string, bill: string): Promise<void> {
  const core = await openBenchCore(book)
  const [account] = await core.client.accounts.search({ text: 'KH000001', limit: 1 })
  const page = () => core.client.accounts.overview({ id: account?.id ?? 1, month: benchMonth })
  await page()
  const latencies: number[] = []
  let running = true
  const probe = (async () => {
    while (running) {
      latencies.push(1000 * (await seconds(page)))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  const { ticket } = core.files.offer(bill)
  let batch = 0
  const took = await seconds(async () => {
    const { job } = await core.client.imports.start({ kind: 'waybills', ticket })
    batch = (await finishJob(core, job))?.batch ?? 0
  })
  running = false
  await probe
  const { counts } = await core.client.imports.batch({ batch })
  const figures: ImportFigures = {
    seconds: took,
    slowestReads: latencies,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    counts,
  }
  await core.close()
  console.log(JSON.stringify(figures))
}

function childImport(book: string, bill: string): ImportFigures {
  const [, script = ''] = process.argv
  const output = execFileSync(process.execPath, [script, 'import-once', book, bill], { encoding: 'utf8' })
  return JSON.parse(output) as ImportFigures
}

async function readAlone(path: string): Promise<void> {
  const workbook = await openWorkbook(path)
  let cells = 0
  for (const { name } of workbook.sheets) {
    for await (const batch of workbook.rows(name)) for (const row of batch) cells += row.cells.length
  }
  await workbook.close()
  if (cells < rows * 12) throw new Error(`only ${cells} cells were read`)
}

function officeSeconds(folder: string, path: string): number | null {
  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((program) => existsSync(program))
  if (!office) return null
  const start = performance.now()
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const { status } = spawnSync(office, [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, path])
  if (status !== 0) return null
  return (performance.now() - start) / 1000
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}
