import { Alert, Button } from 'antd'
import { isWordKey } from '#shared/i18n/index'
import { useWords, type Words } from '../../i18n'
import type { Part } from './merge-plan'
import type { PlanEditing } from './use-plan'

/** What needs attention above the plan: something wrong, a draft that came back, someone else's save. */
export function PlanNotices({ editing }: { editing: PlanEditing }) {
  const t = useWords()
  const { faultCount, restored, meeting } = editing
  return (
    <>
      {faultCount > 0 ? (
        <Alert type="error" showIcon role="alert" title={t('plans:page.faults', { count: faultCount })} />
      ) : null}
      {restored && !meeting ? (
        <Alert
          type="info"
          showIcon
          title={t('plans:page.restored')}
          closable={{ closeIcon: true, 'aria-label': t('shell:close'), onClose: editing.closeRestored }}
        />
      ) : null}
      {meeting ? <MeetingNotice editing={editing} meeting={meeting} /> : null}
    </>
  )
}

function MeetingNotice({ editing, meeting }: { editing: PlanEditing; meeting: NonNullable<PlanEditing['meeting']> }) {
  const t = useWords()
  const { taken, clashes, theirs } = meeting
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('plans:conflict.title')}
      description={
        <div className="stack">
          {taken.length > 0 ? (
            <span>{t('plans:conflict.merged', { parts: taken.map((part) => partName(t, part)).join('、') })}</span>
          ) : null}
          {taken.length === 0 && clashes.length === 0 ? <span>{t('plans:conflict.none')}</span> : null}
          {clashes.map((part) => (
            <div key={part}>
              <div className="row row-wrap">
                <span>{t('plans:conflict.clash', { part: partName(t, part) })}</span>
                <Button size="small" onClick={() => editing.takeTheirs(part)}>
                  {t('plans:conflict.theirs')}
                </Button>
              </div>
              <TheirText value={theirs[part]} />
            </div>
          ))}
        </div>
      }
      action={
        <Button size="small" onClick={editing.closeMeeting}>
          {t('plans:conflict.close')}
        </Button>
      }
    />
  )
}

/** Only texts can be shown in a line; lists and figures are seen once they are taken. */
function TheirText({ value }: { value: unknown }) {
  const t = useWords()
  if (typeof value !== 'string' || value === '') return null
  return <div className="text-secondary">{t('plans:conflict.theirText', { text: value })}</div>
}

/** Parts whose field has no label of its own are called by their section. */
const sectionOf: Readonly<Partial<Record<Part, string>>> = { goals: 'goals', team: 'team', reviewLog: 'review' }

function partName(t: Words, part: Part): string {
  const key = `plans:${sectionOf[part] ? `section.${sectionOf[part]}` : `field.${part}`}`
  return isWordKey(key) ? t(key) : part
}
