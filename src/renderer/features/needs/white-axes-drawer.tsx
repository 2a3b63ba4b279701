import { Form, Radio } from 'antd'
import type { WhiteAxes, WhiteSpace } from '#shared/contract/needs'
import { useApi, useChanged } from '../../components/backend'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { TagsField } from './tags-field'

interface WhiteAxesDrawerProps {
  accountId: number
  grid: WhiteSpace
  open: boolean
  onClose: () => void
}

/** Rows and columns of the grid. What was judged about a row that goes away comes back with it. */
export function WhiteAxesDrawer({ accountId, grid, open, onClose }: WhiteAxesDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const submit = async (axes: WhiteAxes) => {
    await api.needs.setAxes({ accountId, version: grid.version, axes })
    onClose()
    done(t('needs:white.saved'))
    await changed()
  }
  const fits = {
    validator: (_rule: unknown, texts: string[] = []) =>
      texts.some((text) => text.length > 40)
        ? Promise.reject(new Error(t('accounts:form.tooLong', { count: 40 })))
        : Promise.resolve(),
  }
  return (
    <FormDrawer<WhiteAxes>
      open={open}
      title={t('needs:white.axes')}
      width={480}
      initial={grid.axes}
      draftKey={`white.${accountId}`}
      draftBase={String(grid.version)}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item name="rows" label={t('needs:white.rows')} rules={[fits]}>
            <TagsField placeholder={t('needs:productsHint')} />
          </Form.Item>
          <Form.Item name="columnsBy" label={t('needs:white.columnsBy')} extra={t('needs:white.sitesHint')}>
            <Radio.Group
              options={(['site', 'department'] as const).map((value) => ({
                value,
                label: t(`needs:white.columnsBy.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() =>
              form.getFieldValue('columnsBy') === 'department' ? (
                <Form.Item name="departments" label={t('needs:white.departments')} rules={[fits]}>
                  <TagsField placeholder={t('needs:productsHint')} />
                </Form.Item>
              ) : null
            }
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
