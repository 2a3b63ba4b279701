import { Command, CommanderError } from 'commander'
import { runBrowserHost } from '../browser/run'
import { dataDirOf } from '../browser/data-dir'
import { localeOf, withBook, type CommonOptions, type Run, type Streams } from './command'
import { backup, loadDemo, rate, undo, verify } from './commands/book'
import { importFile, importKindOf, type ImportOptions } from './commands/import'
import { list, type ListOptions } from './commands/list'
import { quote, type QuoteOptions } from './commands/quote'
import { printPlan, reportRevenue, type ReportOptions } from './commands/report'
import type { ExitCode } from './exit-codes'
import { batchOf, dayOf, fenOf, gramsOf, monthOf, periodOf, piecesOf, portOf, sizeOf } from './figures'
import { CommandProblem } from './problem'
import { exitCodeFor, refusalText } from './refusal-text'
import { wrongUse } from './wrong-use'

const processStreams: Streams = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  error: (text) => process.stderr.write(text),
  watched: process.stderr.isTTY === true,
}

/** Runs one command and answers the exit code of the process. */
export async function runCommandLine(
  args: string[],
  programFolder: string,
  streams: Streams = processStreams,
): Promise<ExitCode> {
  const language = args.some((arg, at) => arg === '--lang=en' || (arg === 'en' && args[at - 1] === '--lang'))
    ? 'en'
    : 'zh-CN'
  const fail = (cause: unknown): ExitCode => {
    streams.error(`${refusalText(cause, language)}\n`)
    return exitCodeFor(cause)
  }
  try {
    await commandLine(programFolder, streams).parseAsync(args, { from: 'user' })
    return 0
  } catch (cause) {
    if (!(cause instanceof CommanderError)) return fail(cause)
    return cause.exitCode === 0 ? 0 : fail(wrongUse(cause, language))
  }
}

function commandLine(programFolder: string, streams: Streams): Command {
  const program = new Command('yike')
    .description('驿客命令行 — Yike on the command line')
    .option('--data <dir>', '账套所在文件夹 (folder of the book)')
    .option('--json', '只输出一个 JSON 文档 (print one JSON document)')
    .option('--lang <language>', '语言 zh | en (language)', 'zh')
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: () => undefined })

  /** Declares a command that works on the book; its arguments come as the program's own words. */
  const onBook = <O>(declared: Command, work: (run: Run, options: O, ...operands: string[]) => Promise<void>) =>
    declared.action((...given: unknown[]) => {
      const command = given.at(-1) as Command
      return withBook(command.optsWithGlobals<CommonOptions>(), programFolder, streams, (run) =>
        work(run, command.opts() as O, ...command.args),
      )
    })

  onBook(program.command('demo').description('载入示例数据 (load the demonstration book)'), (run) => loadDemo(run))

  onBook<ImportOptions>(
    program
      .command('import')
      .description('导入 (import) accounts | prices | waybills')
      .argument('<kind>')
      .argument('<file>')
      .option('--sheet <name>', '工作表 (sheet)')
      .option('--header-row <n>', '表头在第几行 (row of the header)', piecesOf)
      .option('--carrier <name>', '没有写明快递公司的行属于哪家 (carrier of rows that name none)')
      .option('--dry-run', '只试读，不写入 (read and judge only)')
      .option('--approve', '价格表立即生效 (put price sheets in force)')
      .option('--update', '编码或单号相同而内容不同的行以文件为准 (changed rows replace known ones)'),
    (run, options, kind = '', file = '') => importFile(run, importKindOf(kind), file, options),
  )

  onBook(
    program.command('undo').description('撤销一批导入 (undo an import)').argument('<batch>'),
    (run, _options, batch = '') => undo(run, batchOf(batch)),
  )

  onBook<QuoteOptions>(
    program
      .command('quote')
      .description('报价 (quote)')
      .requiredOption('--to <place>', '目的地 (destination)')
      .option('--from <place>', '始发地 (origin)')
      .requiredOption('--kg <n>', '重量，千克 (kilograms)', gramsOf)
      .option('--account <code>', '客户编码或名称 (customer)')
      .option('--sheet <name>', '价格表名称或编号 (price sheet, also a draft)')
      .option('--product <name>', '产品 (product)')
      .option('--size <LxWxH>', '长x宽x高，厘米 (centimetres)', sizeOf)
      .option('--pieces <n>', '件数 (pieces)', piecesOf)
      .option('--declared <yuan>', '声明价值，元 (declared value)', fenOf)
      .option('--cod <yuan>', '代收货款，元 (cash on delivery)', fenOf)
      .option('--date <day>', '寄件日期 (shipping date)', dayOf),
    (run, options) => quote(run, options),
  )

  onBook<{ from: string; to: string; account?: string }>(
    program
      .command('rate')
      .description('重新计价 (rate a period again)')
      .requiredOption('--from <month>', '起始月份', monthOf)
      .requiredOption('--to <month>', '结束月份', monthOf)
      .option('--account <code>', '客户 (customer)'),
    (run, options) => rate(run, options),
  )

  onBook<ReportOptions>(
    program
      .command('report')
      .description('报表 (report) revenue')
      .argument('<name>')
      .option('--month <month>', '月份', monthOf)
      .option('--from <month>', '起始月份', monthOf)
      .option('--to <month>', '结束月份', monthOf)
      .option('--account <code>', '客户 (customer)')
      .option('--out <file>', '.xlsx | .pdf'),
    (run, options, name = '') => {
      if (name !== 'revenue') throw new CommandProblem('figure', { text: name, what: 'kind', known: 'revenue' })
      return reportRevenue(run, options)
    },
  )

  onBook<{ account: string; period?: string; out: string }>(
    program
      .command('plan')
      .description('大客户计划 (account plan)')
      .command('print')
      .description('打印成 PDF (print to PDF)')
      .requiredOption('--account <code>', '客户 (customer)')
      .option('--period <half-year>', '计划期，如 2026H2 (period)', periodOf)
      .requiredOption('--out <file>', '.pdf'),
    (run, options) => printPlan(run, options),
  )

  onBook<ListOptions>(
    program
      .command('list')
      .description('列表 (list) accounts | waybills | prices | quotations | batches')
      .argument('<kind>')
      .option('--month <month>', '月份', monthOf)
      .option('--account <code>', '客户 (customer)')
      .option('--search <text>', '搜索 (search)')
      .option(
        '--filter <field=value>',
        '筛选，可重复 (may be repeated)',
        (text: string, all: string[]) => [...all, text],
        [],
      ),
    (run, options, kind = '') => list(run, kind, options),
  )

  onBook(program.command('backup').description('备份 (backup)').argument('<file>'), (run, _options, path = '') =>
    backup(run, path),
  )

  onBook(program.command('verify').description('核对账套 (verify the book)'), (run) => verify(run))

  program
    .command('serve')
    .description('在浏览器中使用 (the browser host)')
    .option('--port <n>', '端口 (port)', portOf, 0)
    .option('--no-open', '不打开窗口 (do not open a window)')
    .action(async (options: { port: number; open: boolean }, command: Command) => {
      const { data, lang } = command.optsWithGlobals<CommonOptions>()
      const say = (line: string) => streams.out(line)
      await runBrowserHost({ ...options, dataDir: dataDirOf(data), programFolder, locale: localeOf(lang), say })
    })

  return program
}
