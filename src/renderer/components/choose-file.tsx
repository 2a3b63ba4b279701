import { Alert, Button, Upload } from 'antd'
import { FolderOpenOutlined, InboxOutlined } from './icons'
import { useState } from 'react'
import type { ChosenFile } from '#shared/contract/files'
import { useWords } from '../i18n'
import { useBackend } from './backend'
import { useBook } from './book'
import { useNotifyError } from './notify'

interface ChooseFileProps {
  /** Without dot: `['xlsx', 'xls', 'csv']`. */
  extensions: readonly string[]
  /** Title of the native dialog. */
  title: string
  onChosen: (file: ChosenFile) => void
  disabled?: boolean
}

/**
 * A field to drop a file on or to choose one. Works in both kinds of host: where there are native dialogs the button
 * opens one, elsewhere the browser's own; a dropped file is uploaded either way.
 */
export function ChooseFile({ extensions, title, onChosen, disabled = false }: ChooseFileProps) {
  const t = useWords()
  const backend = useBackend()
  const { files } = useBook()
  const failed = useNotifyError()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const kinds = extensions.map((extension) => `.${extension}`).join(' ')

  const run = (choose: () => Promise<ChosenFile | undefined>) => {
    setBusy(true)
    setWrong(null)
    choose()
      .then((file) => file && onChosen(file), failed)
      .finally(() => setBusy(false))
  }
  const take = (file: File) => {
    const extension = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
    if (extensions.includes(extension)) run(() => backend.uploadFile(file))
    else setWrong(t('components:file.wrongKind', { name: file.name, kinds }))
    return false
  }

  return (
    <div className="stack">
      <Upload.Dragger
        accept={kinds.replaceAll(' ', ',')}
        beforeUpload={take}
        showUploadList={false}
        multiple={false}
        disabled={disabled || busy}
        openFileDialogOnClick={files === 'transfer'}
      >
        <InboxOutlined className="choose-file-icon" />
        <p>{busy ? t('components:file.uploading') : t('components:file.drop')}</p>
        <p className="text-secondary">{t('components:file.kinds', { kinds })}</p>
        {files === 'dialog' ? (
          <Button
            icon={<FolderOpenOutlined />}
            loading={busy}
            disabled={disabled}
            onClick={() =>
              run(async () => {
                const asked = { title, extensions: [...extensions], several: false }
                return (await backend.api.files.choose(asked))[0]
              })
            }
          >
            {t('components:file.choose')}
          </Button>
        ) : null}
      </Upload.Dragger>
      {wrong ? <Alert type="warning" showIcon role="alert" title={wrong} /> : null}
    </div>
  )
}
