import type { MadeFile } from '#shared/contract/base'
import type { Competitor } from '#shared/contract/needs'
import type { SiteRow } from '#shared/contract/sites'
import { joinClauses } from '#shared/i18n/join-clauses'
import { windowText } from '#shared/i18n/pickup-window-text'
import { maskWithin } from '#shared/domain/people/mask'
import { formatDecimal } from '#shared/domain/decimal'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { WorkbookDefinition } from '../../excel/write/workbook-definition'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { NeedsExports } from './needs.procedures'
import type { NeedsService } from './needs.service'

type Words = (key: WordKey, params?: WordParams) => string

/** Sites, share of wallet and white space of a customer as finished workbooks. */
export function createNeedsExports(kernel: Kernel, service: NeedsService): NeedsExports {
  async function written(title: string, accountName: string, workbook: WorkbookDefinition): Promise<MadeFile> {
    const name = `${title} ${accountName}.xlsx`
    return madeWorkbook(kernel, name, workbook)
  }

  const frameOf = (accountId: number, locale: Locale) => {
    const account = service.accountName(accountId)
    const filters = [translate(locale, 'needs:export.account', { name: account })]
    return { account, frame: { ...bookFrame(kernel, locale), filters } }
  }

  return {
    async sites(accountId, locale, personal) {
      const t = wordsOf(locale)
      const { account, frame } = frameOf(accountId, locale)
      const title = t('needs:export.sites')
      const columns = texts(
        t,
        'needs:site.name',
        'needs:site.kind',
        'needs:site.region',
        'needs:site.address',
        'needs:site.windows',
        'needs:site.contact',
        'needs:site.note',
      )
      const rows = service.sites.list(accountId).map((site) => siteCells(site, locale, personal))
      const sheet = { name: title, title, columns, rows, frozenColumns: 1 }
      return written(title, account, framedWorkbook(frame, sheet, []))
    },

    async wallet(accountId, locale) {
      const t = wordsOf(locale)
      const { account, frame } = frameOf(accountId, locale)
      const view = service.wallet(accountId)
      const title = t('needs:export.wallet')
      const notes = [{ label: t('needs:wallet.share'), text: t('needs:export.note.share') }]
      const workbook = framedWorkbook(
        frame,
        { name: title, title, columns: walletColumns(t), rows: view.wallets.map(walletCells), frozenColumns: 1 },
        notes,
      )
      const names = new Map(view.competitors.map((one) => [one.id, one]))
      const shares = t('needs:export.competition')
      const second = framedWorkbook(
        frame,
        {
          name: shares,
          title: shares,
          columns: shareColumns(t),
          rows: view.competitions.flatMap((day) => shareRows(day, names)),
          frozenColumns: 3,
        },
        [],
      )
      return written(title, account, { ...workbook, sheets: [...workbook.sheets, ...second.sheets] })
    },

    async whiteSpace(accountId, locale) {
      const t = wordsOf(locale)
      const { account, frame } = frameOf(accountId, locale)
      const { axes, columns, cells, sums, competitors } = service.whiteSpace.get(accountId)
      const title = t('needs:export.white')
      const byUid = new Map(competitors.map(({ uid, name }) => [uid, name]))
      const said = (row: string, column: string) => {
        const cell = cells.find((one) => one.row === row && one.column === column)
        if (!cell) return ''
        const who = cell.competitor === null ? undefined : byUid.get(cell.competitor)
        return who ?? t(`needs:white.state.${cell.state}`)
      }
      const rows = axes.rows.map((row): ReportValue[] => [row, ...columns.map(({ key }) => said(row, key))])
      const share = sums.openPpm === null ? t('needs:white.noShare') : `${formatDecimal(sums.openPpm, 4)}%`
      const heads = columns.map(({ name }): ReportColumn => ({ header: name, format: 'text' }))
      const notes = [
        { label: t('needs:white.share'), text: t('needs:export.note.white') },
        { label: t('needs:white.share'), text: t('needs:export.note.whiteValue', { share }) },
      ]
      const sheet = { name: title, title, columns: [...texts(t, 'needs:white.row'), ...heads], rows, frozenColumns: 1 }
      return written(title, account, framedWorkbook(frame, sheet, notes))
    },
  }
}

const wordsOf =
  (locale: Locale): Words =>
  (key, params) =>
    translate(locale, key, params)

function texts(t: Words, ...keys: WordKey[]): ReportColumn[] {
  return keys.map((key) => ({ header: t(key), format: 'text' }))
}

function siteCells(site: SiteRow, locale: Locale, personal: boolean): ReportValue[] {
  const { province, city, district } = site
  return [
    site.name,
    translate(locale, `needs:site.kind.${site.kind}`),
    [province, city === province ? '' : city, district].filter(Boolean).join(' '),
    site.address,
    joinClauses(
      locale,
      site.windows.map((window) => windowText(window, locale)),
    ),
    personal ? site.contactName : maskWithin(site.contactName),
    site.note,
  ]
}

function walletColumns(t: Words): ReportColumn[] {
  return [
    ...texts(t, 'needs:wallet.period'),
    { header: t('needs:wallet.totalColumn'), format: 'money' },
    { header: t('needs:wallet.ours'), format: 'money' },
    { header: t('needs:wallet.share'), format: 'percent', dataBar: true },
    { header: t('needs:wallet.statedOn'), format: 'date' },
    ...texts(t, 'needs:wallet.source', 'needs:wallet.note'),
  ]
}

type WalletView = ReturnType<NeedsService['wallet']>

function walletCells(row: WalletView['wallets'][number]): ReportValue[] {
  const share = row.share.kind === 'share' ? row.share.sharePpm : null
  return [row.period, row.totalFen, row.revenueFen, share, row.statedOn, row.source, row.note]
}

function shareColumns(t: Words): ReportColumn[] {
  return [
    { header: t('needs:competition.statedOn'), format: 'date' },
    ...texts(t, 'needs:competition.name'),
    { header: t('needs:competition.share'), format: 'percent', dataBar: true },
    ...texts(
      t,
      'needs:competition.products',
      'needs:competition.lanes',
      'needs:competition.pricePerKg',
      'needs:competition.pricePerTicket',
      'needs:competition.priceNote',
      'needs:competition.strengths',
      'needs:competition.weaknesses',
      'needs:competition.source',
    ),
  ]
}

function shareRows(day: WalletView['competitions'][number], names: ReadonlyMap<number, Competitor>): ReportValue[][] {
  return day.shares.map((share) => [
    day.statedOn,
    names.get(share.competitorId)?.name ?? '',
    share.sharePpm,
    share.products,
    share.lanes,
    share.pricePerKg,
    share.pricePerTicket,
    share.priceNote,
    share.strengths,
    share.weaknesses,
    day.source,
  ])
}
