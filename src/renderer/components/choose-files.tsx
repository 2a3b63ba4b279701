import { Button, Upload } from 'antd'
import { FolderOpenOutlined, InboxOutlined } from './icons'
import { useRef, useState, type ReactNode } from 'react'
import type { ChosenFile } from '#shared/contract/files'
import { useWords } from '../i18n'
import { useBackend } from './backend'
import { useBook } from './book'
import { useNotifyError } from './notify'

interface ChooseFilesProps {
  /** Title of the native dialog. */
  title: string
  /** What stands in the field. */
  text: ReactNode
  hint?: ReactNode
  disabled?: boolean
  /** Files the page itself refuses before their bytes are sent: what is the matter, or null. */
  refuse?: (file: File) => string | null
  /** How far the reading is; null: done. */
  onProgress: (progress: { done: number; total: number } | null) => void
  onRefused: (name: string, why: unknown) => void
  onChosen: (files: ChosenFile[]) => Promise<void>
}

/**
 * A field to drop any number of files of any kind on, or to choose them. Where there are native dialogs the button
 * opens one, elsewhere a click the browser's own; dropped files are uploaded either way, one after the other.
 */
export function ChooseFiles(props: ChooseFilesProps) {
  const { title, text, hint, disabled = false, refuse = () => null, onProgress, onRefused, onChosen } = props
  const t = useWords()
  const backend = useBackend()
  const { files: passage } = useBook()
  const failed = useNotifyError()
  const [busy, setBusy] = useState(false)
  const dropped = useRef<File | null>(null)

  const upload = async (files: readonly File[]) => {
    setBusy(true)
    const chosen: ChosenFile[] = []
    for (const [done, file] of files.entries()) {
      onProgress({ done, total: files.length })
      const why = refuse(file)
      try {
        if (why === null) chosen.push(await backend.uploadFile(file))
        else onRefused(file.name, why)
      } catch (error) {
        onRefused(file.name, error)
      }
    }
    await finish(chosen)
  }
  const finish = async (chosen: ChosenFile[]) => {
    try {
      if (chosen.length > 0) await onChosen(chosen)
    } catch (error) {
      failed(error)
    } finally {
      onProgress(null)
      setBusy(false)
    }
  }
  const openDialog = () => {
    setBusy(true)
    backend.api.files.choose({ title, extensions: [], several: true }).then(finish, (error: unknown) => {
      setBusy(false)
      failed(error)
    })
  }

  return (
    <Upload.Dragger
      multiple
      showUploadList={false}
      disabled={disabled || busy}
      openFileDialogOnClick={passage === 'transfer'}
      beforeUpload={(file, all) => {
        // Called once for each file of a choice: the first call takes them all.
        const first = all[0] ?? file
        if (dropped.current !== first) {
          dropped.current = first
          void upload(all)
        }
        return false
      }}
    >
      <p className="choose-files-text">
        <InboxOutlined /> {text}
      </p>
      {hint ? <p className="text-secondary">{hint}</p> : null}
      {passage === 'dialog' ? (
        <Button icon={<FolderOpenOutlined />} loading={busy} disabled={disabled} onClick={openDialog}>
          {t('components:file.choose')}
        </Button>
      ) : null}
    </Upload.Dragger>
  )
}
