import { Button, Form, Input } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Competitor } from '#shared/contract/needs'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { RowButtons } from '../../components/row-buttons'
import { useUndoable } from '../../components/use-undoable'
import './needs.css'

interface CompetitorForm {
  name: string
  note: string
}

/** The branch's list of competitors, kept in the settings. */
export function CompetitorsPanel() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const undoable = useUndoable()
  const [edited, setEdited] = useState<Competitor | 'new' | null>(null)
  const list = useQuery({
    queryKey: ['needs', 'competitors'],
    queryFn: ({ signal }) => api.needs.competitors({}, { signal }),
  })
  const mayWrite = may('accounts.write')
  return (
    <section className="panel">
      <h2 className="row row-spread">
        {t('needs:competitors.title')}
        {mayWrite ? (
          <Button size="small" onClick={() => setEdited('new')}>
            {t('needs:competitors.add')}
          </Button>
        ) : null}
      </h2>
      <p className="text-secondary">{t('needs:competitors.text')}</p>
      {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.length === 0 ? <p className="text-secondary">{t('needs:competitors.none')}</p> : null}
      {list.data && list.data.length > 0 ? (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('needs:competitors.name')}</th>
              <th scope="col">{t('needs:competitors.note')}</th>
              <th scope="col" className="cell-figure">
                {t('needs:competitors.customers')}
              </th>
              {mayWrite ? <th aria-label={t('shell:edit')} /> : null}
            </tr>
          </thead>
          <tbody>
            {list.data.map((row) => (
              <tr key={row.id}>
                <td>{row.name}</td>
                <td>{row.note}</td>
                <td className="cell-figure">{formatCount(row.customers)}</td>
                {mayWrite ? (
                  <td className="cell-buttons">
                    <RowButtons
                      name={row.name}
                      onEdit={() => setEdited(row)}
                      onRemove={() =>
                        undoable(
                          t('needs:competitors.removed', { name: row.name }),
                          () => api.needs.removeCompetitor({ id: row.id }),
                          () => api.needs.restoreCompetitor({ id: row.id }),
                        )
                      }
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <CompetitorDrawer edited={edited} onClose={() => setEdited(null)} />
    </section>
  )
}

function CompetitorDrawer({ edited, onClose }: { edited: Competitor | 'new' | null; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const known = edited === 'new' ? null : edited
  const submit = async ({ name, note }: CompetitorForm) => {
    await api.needs.saveCompetitor({ id: known?.id ?? null, version: known?.version ?? 0, name, note })
    onClose()
    done(t('needs:competitors.saved', { name }))
    await changed()
  }
  const tooLong = (count: number) => ({ max: count, message: t('accounts:form.tooLong', { count }) })
  return (
    <FormDrawer<CompetitorForm>
      open={edited !== null}
      title={t('needs:competitors.title')}
      width={400}
      initial={{ name: known?.name ?? '', note: known?.note ?? '' }}
      draftKey={`competitor.${known?.uid ?? 'new'}`}
      draftBase={String(known?.version ?? 0)}
      onSubmit={submit}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label={t('needs:competitors.name')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('components:input.required', { field: t('needs:competitors.name') }),
              },
              tooLong(40),
            ]}
          >
            <Input autoFocus autoComplete="off" />
          </Form.Item>
          <Form.Item name="note" label={t('needs:competitors.note')} rules={[tooLong(200)]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
