import { Button, Spin } from 'antd'
import { DownloadOutlined } from '../../../components/icons'
import type { ChosenFile } from '#shared/contract/files'
import type { ImportKind } from '#shared/contract/imports'
import { useApi } from '../../../components/backend'
import { ChooseFile } from '../../../components/choose-file'
import { useDeliver } from '../../../components/deliver'
import { ErrorState } from '../../../components/error-state'
import { useWords } from '../../../i18n'
import { extensionsOfKind } from '../kinds'

interface StepFileProps {
  kind: ImportKind
  /** The file being opened. */
  opening: ChosenFile | null
  error: unknown
  onChosen: (file: ChosenFile) => void
}

/** 选择文件: drop or choose; what the file must hold; a sample to look at. */
export function StepFile({ kind, opening, error, onChosen }: StepFileProps) {
  const t = useWords()
  const api = useApi()
  const deliver = useDeliver()
  return (
    <div className="wizard-file stack">
      {error ? <ErrorState error={error} /> : null}
      <Spin spinning={opening !== null} description={t('imports:file.opening', { name: opening?.name ?? '' })}>
        <ChooseFile
          extensions={extensionsOfKind[kind]}
          title={t(`imports:file.title.${kind}`)}
          onChosen={onChosen}
          disabled={opening !== null}
        />
      </Spin>
      <p className="reading">{t(`imports:file.need.${kind}`)}</p>
      <div className="row">
        <Button icon={<DownloadOutlined />} onClick={() => void deliver(() => api.imports.sample({ kind }))}>
          {t('imports:file.sample')}
        </Button>
        <span className="text-secondary">{t('imports:file.sampleHint')}</span>
      </div>
    </div>
  )
}
