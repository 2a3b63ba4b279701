import { Link } from 'react-router'
import type { RevenueReport } from '#shared/contract/insight'
import { formatFenGrouped } from '#shared/domain/money'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'

/** What the table leaves out, each with the way to mend it. */
export function Footnotes({ report }: { report: RevenueReport }) {
  const t = useWords()
  const { unmatched, total, from, to } = report
  const month = from === to ? `&month=${from}` : ''
  const notes = [
    {
      when: unmatched.tickets > 0,
      text: t('insight:unmatched.text', {
        tickets: formatCount(unmatched.tickets),
        billed: formatFenGrouped(unmatched.billedFen),
      }),
      go: t('insight:unmatched.go'),
      to: '/waybills/unmatched',
    },
    {
      when: total.unrated > 0,
      text: t('insight:unrated.text', { tickets: formatCount(total.unrated) }),
      go: t('insight:unrated.go'),
      to: `/waybills?status=exception${month}`,
    },
    {
      when: total.uncosted > 0,
      text: t('insight:uncosted.text', { tickets: formatCount(total.uncosted) }),
      go: t('insight:uncosted.go'),
      to: '/pricing?usage=cost',
    },
  ].filter(({ when }) => when)
  if (notes.length === 0) return null
  return (
    <div className="report-notes">
      {notes.map((note) => (
        <span key={note.to}>
          <span className="text-warning">{note.text}</span> <Link to={note.to}>{note.go}</Link>
        </span>
      ))}
    </div>
  )
}
