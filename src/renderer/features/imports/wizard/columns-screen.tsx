import { Button } from 'antd'
import type { ChosenFile } from '#shared/contract/files'
import type { ImportKind, Inspection } from '#shared/contract/imports'
import { fieldName } from '#shared/fields/field'
import { ErrorState } from '../../../components/error-state'
import { useLocale, useWords } from '../../../i18n'
import { useFieldsOfKind } from '../use-fields'
import { columnState, type ColumnChoice } from './column-choice'
import { SheetAndHeader } from './sheet-and-header'
import { ColumnTable } from './step-columns'
import type { MoveWizard } from './use-wizard'

interface ColumnsScreenProps {
  kind: ImportKind
  file: ChosenFile
  inspection: Inspection
  choice: ColumnChoice
  /** True while another sheet or header row is being read. */
  busy: boolean
  error: unknown
  move: MoveWizard
  onReread: () => void
}

/** The step 对应列 with its buttons: it goes on once nothing is missing and nothing is left to be asked. */
export function ColumnsScreen({ kind, file, inspection, choice, busy, error, move, onReread }: ColumnsScreenProps) {
  const t = useWords()
  const columns = columnState(inspection, useFieldsOfKind(kind), choice)
  const blocked = columns.missing.length + columns.undecided.length > 0 || inspection.headerRow === null
  return (
    <div className="wizard">
      <SheetAndHeader
        kind={kind}
        fileName={file.name}
        inspection={inspection}
        busy={busy}
        onSheet={(name) => move({ type: 'sheet', sheet: name })}
        onHeaderRow={(row) => move({ type: 'headerRow', row })}
        onReread={onReread}
        onOtherFile={() => move({ type: 'restart' })}
      />
      {error ? <ErrorState error={error} /> : null}
      <div className="wizard-body">
        <ColumnTable
          kind={kind}
          inspection={inspection}
          choice={choice}
          onChoose={(field, column) => move({ type: 'choose', field, column })}
        />
      </div>
      <footer className="wizard-foot">
        <ColumnVerdict kind={kind} state={columns} />
        <div className="row">
          <Button onClick={() => move({ type: 'restart' })}>{t('imports:back')}</Button>
          <Button type="primary" disabled={blocked || busy} onClick={() => move({ type: 'go', step: 'preview' })}>
            {t('imports:next.preview')}
          </Button>
        </div>
      </footer>
    </div>
  )
}

/** Why it cannot go on, or that it can. */
function ColumnVerdict({ kind, state }: { kind: ImportKind; state: ReturnType<typeof columnState> }) {
  const t = useWords()
  const locale = useLocale()
  const fields = useFieldsOfKind(kind)
  const names = (keys: readonly string[]) =>
    fields
      .filter((field) => keys.includes(field.key))
      .map((field) => fieldName(field, t))
      .join(locale === 'en' ? ', ' : '、')
  if (state.missing.length > 0) {
    return (
      <span className="text-danger" role="alert">
        {t('imports:columns.missing', { fields: names(state.missing) })}
      </span>
    )
  }
  if (state.undecided.length > 0) {
    return (
      <span className="text-warning" role="alert">
        {t('imports:columns.toAnswer', { fields: names(state.undecided) })}
      </span>
    )
  }
  return <span className="text-secondary">{t('imports:columns.ready', { count: state.assigned })}</span>
}
