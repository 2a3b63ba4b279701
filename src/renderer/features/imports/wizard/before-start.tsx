import { Button } from 'antd'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { decidedKinds, type ImportKind } from '#shared/contract/imports'
import { useApi } from '../../../components/backend'
import { formatCount } from '../../../components/figures'
import { useNotifyError } from '../../../components/notify'
import { useLocale, useWords } from '../../../i18n'
import { headersOf } from './column-choice'
import { ColumnsScreen } from './columns-screen'
import { StepFile } from './step-file'
import { nothingToDo, StepPreview } from './step-preview'
import { importRequest, previewRows, type MoveWizard, type WizardState } from './use-wizard'

interface BeforeStartProps {
  kind: ImportKind
  state: WizardState
  move: MoveWizard
  onStarted: (job: string) => void
}

/** File, columns, preview: nothing is written until 导入 is pressed. */
export function BeforeStart({ kind, state, move, onStarted }: BeforeStartProps) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const failed = useNotifyError()
  const { file, step, sheet, headerRow, inspection } = state
  const hasColumns = kind !== 'prices'

  const inspected = useQuery({
    queryKey: ['imports', 'inspect', kind, file?.ticket, sheet, headerRow],
    queryFn:
      file && hasColumns
        ? ({ signal }) => api.imports.inspect({ kind, ticket: file.ticket, sheet, headerRow }, { signal })
        : skipToken,
    retry: false,
    staleTime: Infinity,
  })
  useEffect(() => {
    if (inspected.data) move({ type: 'inspected', inspection: inspected.data })
  }, [inspected.data, move])
  const opened = file !== null && (hasColumns ? inspection !== null : true)
  useEffect(() => {
    if (step === 'file' && opened) move({ type: 'go', step: hasColumns ? 'columns' : 'preview' })
  }, [step, opened, hasColumns, move])

  const request = importRequest(kind, state, locale)
  const preview = useQuery({
    // Without a request in the key a preview nobody looks at any more is stopped.
    queryKey: ['imports', 'preview', step === 'preview' ? request : null],
    queryFn:
      step === 'preview'
        ? ({ signal }) => api.imports.preview({ ...request, limit: previewRows(kind) }, { signal })
        : skipToken,
    retry: false,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  const skipped = decidedKinds.has(kind) ? [...state.skipped] : []
  const start = () =>
    api.imports
      .start(skipped.length > 0 ? { ...request, skipRows: skipped } : request)
      .then(({ job }) => onStarted(job), failed)

  if (step === 'file' || !file) {
    return (
      <StepFile
        kind={kind}
        opening={file && hasColumns && inspected.isFetching ? file : null}
        error={inspected.error}
        onChosen={(chosen) => move({ type: 'file', file: chosen })}
      />
    )
  }
  if (step === 'columns' && inspection) {
    return (
      <ColumnsScreen
        kind={kind}
        file={file}
        inspection={inspection}
        choice={state.choice}
        busy={inspected.isFetching}
        error={inspected.error}
        move={move}
        onReread={() => void inspected.refetch()}
      />
    )
  }
  const headers = headersOf(inspection)
  const count = preview.data ? preview.data.counts.imported + preview.data.counts.updated - skipped.length : 0
  const nothing = preview.data === undefined || nothingToDo(preview.data) || (skipped.length > 0 && count === 0)
  const ready = !nothing && !preview.isFetching
  return (
    <div className="wizard">
      <div className="wizard-body">
        <StepPreview
          kind={kind}
          preview={preview.data}
          busy={preview.isFetching}
          error={preview.error}
          onRetry={() => void preview.refetch()}
          headers={headers}
          options={state.options}
          onOptions={(options) => move({ type: 'options', options })}
          skipped={state.skipped}
          onSkip={(rows, on) => move({ type: 'skip', rows, on })}
        />
      </div>
      <footer className="wizard-foot">
        <strong className="ellipsis">{file.name}</strong>
        <div className="row">
          <Button onClick={() => move(hasColumns ? { type: 'go', step: 'columns' } : { type: 'restart' })}>
            {t('imports:back')}
          </Button>
          <Button type="primary" disabled={!ready} onClick={() => void start()}>
            {kind === 'prices'
              ? t('imports:preview.importPrices')
              : !preview.data || preview.data.partial
                ? t(`imports:start.${kind}`)
                : t('imports:preview.import', { count: formatCount(count) })}
          </Button>
        </div>
      </footer>
    </div>
  )
}
