import { Alert, Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import type { HolidayPreview } from '#shared/contract/calendar'
import { useApi, useChanged } from '../../components/backend'
import { ChooseFile } from '../../components/choose-file'
import { ErrorState } from '../../components/error-state'
import { useNotifyUndo } from '../../components/notify'
import { useLocale, useWords } from '../../i18n'
import { useDayWords } from './use-day-words'

interface Looked {
  ticket: string
  name: string
  preview: HolidayPreview
}

/** A file of holidays: chosen, looked at with what is wrong in it, taken in, with undo. */
export function HolidayImport({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const look = async ({ ticket, name }: { ticket: string; name: string }) => {
    setFailure(null)
    try {
      setLooked({ ticket, name, preview: await api.calendar.previewHolidays({ ticket, locale }) })
    } catch (error) {
      setFailure(error)
    }
  }
  const take = async () => {
    if (!looked) return
    setBusy(true)
    try {
      const { ids, years, days } = await api.calendar.importHolidays({ ticket: looked.ticket, locale })
      await changed()
      onClose()
      notifyUndo(t('calendar:holidays.done', { years: years.join('、'), days }), async () => {
        await api.calendar.removeHolidays({ ids })
        await changed()
      })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('calendar:holidays.import')}
      width={640}
      onCancel={onClose}
      footer={
        <div className="row form-buttons">
          {looked ? <Button onClick={() => setLooked(null)}>{t('calendar:holidays.other')}</Button> : null}
          <Button onClick={onClose}>{t('shell:cancel')}</Button>
          <Button
            type="primary"
            disabled={!looked || looked.preview.rows.length === 0}
            loading={busy}
            onClick={() => void take()}
          >
            {t('calendar:holidays.go')}
          </Button>
        </div>
      }
    >
      <div className="stack">
        {failure ? <ErrorState error={failure} /> : null}
        {looked ? (
          <Preview looked={looked} />
        ) : (
          <ChooseFile
            extensions={['xlsx', 'xls', 'csv', 'txt', 'ods']}
            title={t('calendar:holidays.choose')}
            onChosen={(file) => void look(file)}
          />
        )}
        {looked ? null : <span className="text-secondary">{t('calendar:holidays.fileNote')}</span>}
      </div>
    </Modal>
  )
}

function Preview({ looked: { name, preview } }: { looked: Looked }) {
  const t = useWords()
  const words = useDayWords()
  const { rows, years, problems } = preview
  return (
    <>
      <strong className="ellipsis">{name}</strong>
      {rows.length === 0 ? (
        <Alert type="error" showIcon role="alert" title={t('calendar:holidays.nothing')} />
      ) : (
        <span>{t('calendar:holidays.preview', { count: rows.length })}</span>
      )}
      {years.map(({ year, off, work, replaces, incomplete }) => (
        <div key={year} className="row row-wrap">
          <strong>{t('calendar:holidays.year', { year })}</strong>
          <span>{t('calendar:holidays.off', { count: off })}</span>
          <span>{t('calendar:holidays.work', { count: work })}</span>
          {replaces ? <Tag color="warning">{t('calendar:holidays.replaces')}</Tag> : null}
          {incomplete ? <Tag color="error">{t('calendar:holidays.incomplete')}</Tag> : null}
        </div>
      ))}
      {problems.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('calendar:holidays.problems', { count: problems.length })}
          description={
            <ul className="calendar-panel-list calendar-problems" tabIndex={0}>
              {problems.map(({ row, text }) => (
                <li key={row}>
                  {t('calendar:holidays.row', { row })}：{text}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      {rows.length > 0 ? (
        <div
          className="calendar-holidays"
          role="group"
          tabIndex={0}
          aria-label={t('calendar:holidays.preview', { count: rows.length })}
        >
          <table className="plain-table">
            <tbody>
              {rows.map(({ row, date, name: holiday, kind }) => (
                <tr key={row}>
                  <td className="figure">{words.full(date)}</td>
                  <td>{holiday}</td>
                  <td>{t(`calendar:official.${kind}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  )
}
