import { Button, Form, Input, Segmented, Tag } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useState } from 'react'
import { assessments, type ContractDetail, type ReviewRow } from '#shared/contract/contracts'
import { useApi, useChanged } from '../../components/backend'
import { useBook } from '../../components/book'
import { DayInput, todayHere } from '../../components/day-input'
import { EmptyState } from '../../components/empty-state'
import { FormDrawer } from '../../components/form-drawer'
import { RowButtons } from '../../components/row-buttons'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'

const colours = { favourable: 'success', neutral: 'default', unfavourable: 'error' } as const

/** 合同条款评估: clause by clause, with risk and suggestion. */
export function ReviewsTab({ contract, mayWrite }: { contract: ContractDetail; mayWrite: boolean }) {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()
  const [edited, setEdited] = useState<ReviewRow | 'new' | null>(null)
  const { reviews } = contract
  const add = mayWrite ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      {t('contracts:review.add')}
    </Button>
  ) : null
  return (
    <>
      {reviews.length === 0 ? (
        <EmptyState title={t('contracts:review.empty')} text={t('contracts:review.emptyText')} action={add} />
      ) : (
        <section className="panel-plain">
          <div className="row row-spread panel-bar">
            <span />
            {add}
          </div>
          <table className="plain-table wrap-table">
            <thead>
              <tr>
                {(['clause', 'assessment', 'risk', 'suggestion', 'reviewer', 'day'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`contracts:field.${key}`)}
                  </th>
                ))}
                {mayWrite ? <th aria-label={t('shell:edit')} /> : null}
              </tr>
            </thead>
            <tbody>
              {reviews.map((review) => (
                <tr key={review.id}>
                  <td>{review.clause}</td>
                  <td>
                    <Tag color={colours[review.assessment]}>{t(`contracts:assessment.${review.assessment}`)}</Tag>
                  </td>
                  <td>{review.risk}</td>
                  <td>{review.suggestion}</td>
                  <td>{review.reviewer}</td>
                  <td className="figure">{review.day}</td>
                  {mayWrite ? (
                    <td className="cell-buttons">
                      <RowButtons
                        name={review.clause}
                        onEdit={() => setEdited(review)}
                        onRemove={() =>
                          undoable(
                            t('contracts:review.removed', { clause: review.clause }),
                            () => api.contracts.removeReview({ id: review.id }),
                            () => api.contracts.restoreReview({ id: review.id }),
                          )
                        }
                      />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {edited === null ? null : (
        <ReviewDrawer
          contractId={contract.id}
          review={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

interface ReviewForm extends Omit<ReviewRow, 'id' | 'version' | 'day'> {
  day: string | null
}

interface ReviewDrawerProps {
  contractId: number
  /** Null: a new one. */
  review: ReviewRow | null
  onClose: () => void
}

function ReviewDrawer({ contractId, review, onClose }: ReviewDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const { userName } = useBook()
  const needed = (field: string) => ({
    required: true,
    whitespace: true,
    message: t('components:input.required', { field }),
  })
  const atMost = (count: number) => ({ max: count, message: t('accounts:form.tooLong', { count }) })
  const initial: ReviewForm = review
    ? (({ id: _id, version: _version, ...rest }) => rest)(review)
    : { day: todayHere(), reviewer: userName, clause: '', assessment: 'neutral', risk: '', suggestion: '' }
  return (
    <FormDrawer<ReviewForm>
      open
      title={t(review ? 'contracts:review.edit' : 'contracts:review.add')}
      width={480}
      initial={initial}
      draftKey={review ? `contract.review.${review.id}` : `contract.review.new.${contractId}`}
      draftBase={review ? String(review.version) : ''}
      onSubmit={async (form) => {
        const { reviewer, clause, assessment, risk, suggestion } = form
        const input = { day: form.day ?? '', reviewer, clause, assessment, risk, suggestion }
        await (review
          ? api.contracts.saveReview({ id: review.id, version: review.version, review: input })
          : api.contracts.addReview({ contractId, review: input }))
        onClose()
        await changed()
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item
            name="clause"
            label={t('contracts:field.clause')}
            rules={[needed(t('contracts:field.clause')), atMost(200)]}
          >
            <Input autoComplete="off" placeholder={t('contracts:review.clauseHint')} />
          </Form.Item>
          <Form.Item name="assessment" label={t('contracts:field.assessment')}>
            <Segmented options={assessments.map((value) => ({ value, label: t(`contracts:assessment.${value}`) }))} />
          </Form.Item>
          {(['risk', 'suggestion'] as const).map((field) => (
            <Form.Item key={field} name={field} label={t(`contracts:field.${field}`)} rules={[atMost(1000)]}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
            </Form.Item>
          ))}
          <div className="grid-2 form-grid">
            <Form.Item
              name="reviewer"
              label={t('contracts:field.reviewer')}
              rules={[needed(t('contracts:field.reviewer')), atMost(40)]}
            >
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="day"
              label={t('contracts:field.day')}
              rules={[{ required: true, message: t('components:input.required', { field: t('contracts:field.day') }) }]}
            >
              <DayInput />
            </Form.Item>
          </div>
        </>
      )}
    </FormDrawer>
  )
}
