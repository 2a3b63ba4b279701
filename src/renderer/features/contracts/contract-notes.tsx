import { Alert } from 'antd'
import { Link } from 'react-router'
import type { ContractDetail } from '#shared/contract/contracts'
import { formatFenGrouped } from '#shared/domain/money'
import { useWords } from '../../i18n'

/** What the standing of a contract means for whoever opens it, and the contracts before and after it. */
export function ContractNotes({ contract }: { contract: ContractDetail }) {
  const t = useWords()
  const { status, endsOn, prolonged, noticeBy, predecessor, successor, depositFen } = contract
  const reason = { on: contract.terminatedOn ?? '', reason: contract.terminationReason }
  const owed =
    status !== 'draft' && status !== 'terminated' && (depositFen ?? 0) > 0 && contract.depositReceivedOn === null
  const notes = [
    status === 'draft' ? t('contracts:note.draft') : null,
    contract.terminatedOn === null
      ? null
      : t(status === 'terminated' ? 'contracts:note.terminated' : 'contracts:note.ends', reason),
    prolonged > 0 && status !== 'terminated'
      ? t('contracts:note.prolonged', { count: prolonged, to: endsOn ?? '' })
      : null,
    status === 'expiring' && noticeBy !== null ? t('contracts:note.noticeBy', { on: noticeBy }) : null,
    owed ? t('contracts:note.deposit', { amount: formatFenGrouped(depositFen ?? 0) }) : null,
  ].filter((note) => note !== null)
  const around = [
    predecessor ? { ...predecessor, word: t('contracts:note.predecessor') } : null,
    successor ? { ...successor, word: t('contracts:note.successor') } : null,
  ].filter((one) => one !== null)
  if (notes.length === 0 && around.length === 0) return null
  const type = owed || status === 'expiring' || status === 'expired' ? 'warning' : 'info'
  return (
    <Alert
      type={type}
      showIcon
      title={
        <span className="row row-wrap">
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
          {around.map(({ id, number, word }) => (
            <span key={id}>
              {word}
              <Link to={`/contracts/${id}`}>{number}</Link>
            </span>
          ))}
        </span>
      }
    />
  )
}
