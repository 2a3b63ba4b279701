import { App, Button, Dropdown, type MenuProps } from 'antd'
import { DownOutlined, PrinterOutlined } from '../../components/icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { QuotationDetail } from '#shared/contract/quotations'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useUndoable } from '../../components/use-undoable'
import { useLocale, useWords } from '../../i18n'
import { useAskText } from '../pricing/review/ask-text'
import { WinDialog } from './win-dialog'

/** The steps a quotation can take from where it stands; the papers are made of what is saved. */
export function QuotationActions({ quotation, dirty }: { quotation: QuotationDetail; dirty: boolean }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const navigate = useNavigate()
  const changed = useChanged()
  const deliver = useDeliver()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const undoable = useUndoable()
  const askText = useAskText()
  const { modal } = App.useApp()
  const [winning, setWinning] = useState(false)
  const { id, version, number, state } = quotation
  const key = { id, version, locale }
  const writes = may('pricing.write')
  const open = state === 'sent' || state === 'expired'

  const send = () =>
    modal.confirm({
      title: t('quotations:send.title'),
      content: t('quotations:send.text'),
      okText: t('quotations:do.send'),
      cancelText: t('shell:cancel'),
      onOk: async () => {
        try {
          await api.quotations.send(key)
          await changed()
          done(t('quotations:done.sent', { number }))
        } catch (error) {
          failed(error)
        }
      },
    })
  const go = async (made: Promise<QuotationDetail>, word: 'copied' | 'revised') => {
    const next = await made
    await changed()
    void navigate(`/quotations/${next.id}`)
    done(t(`quotations:done.${word}`, { number: next.number }))
  }
  const lose = () =>
    askText({
      title: t('quotations:lose.title'),
      label: t('quotations:lose.reason'),
      hint: t('quotations:lose.hint'),
      needed: t('quotations:form.required'),
      ok: t('quotations:do.lose'),
      onOk: async (reason) => {
        await api.quotations.lose({ ...key, reason })
        await changed()
      },
    })
  const remove = () =>
    undoable(
      t('quotations:done.removed', { number }),
      () => api.quotations.remove({ id }).then(() => navigate('/quotations')),
      () => api.quotations.restore({ id }),
    )
  const reopen = async () => {
    await api.quotations.reopen(key)
    await changed()
  }
  const items: MenuProps['items'] = [
    {
      key: 'workbook',
      label: t('quotations:do.workbook'),
      onClick: () => void deliver(() => api.quotations.workbook({ id, locale })),
    },
    ...(writes
      ? [
          {
            key: 'copy',
            label: t('quotations:do.copy'),
            onClick: () => void go(api.quotations.copy({ id, locale }), 'copied').catch(failed),
          },
        ]
      : []),
    ...(writes && (open || state === 'lost')
      ? [
          {
            key: 'revise',
            label: t('quotations:do.revise'),
            onClick: () => void go(api.quotations.revise(key), 'revised').catch(failed),
          },
        ]
      : []),
    ...(writes && state === 'lost'
      ? [{ key: 'reopen', label: t('quotations:do.reopen'), onClick: () => void reopen().catch(failed) }]
      : []),
    ...(writes && state === 'draft'
      ? [{ key: 'remove', label: t('quotations:do.remove'), danger: true, onClick: remove }]
      : []),
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>
          {t('pricingEditor:more')} <DownOutlined />
        </Button>
      </Dropdown>
      <Button
        icon={<PrinterOutlined />}
        disabled={dirty}
        onClick={() => void deliver(() => api.quotations.print({ id, locale }))}
      >
        {t('quotations:do.print')}
      </Button>
      {writes && open ? <Button onClick={lose}>{t('quotations:do.lose')}</Button> : null}
      {writes && open ? (
        <Button type="primary" onClick={() => setWinning(true)}>
          {t('quotations:do.win')}
        </Button>
      ) : null}
      {writes && state === 'draft' ? (
        <Button disabled={dirty} onClick={send}>
          {t('quotations:do.send')}
        </Button>
      ) : null}
      {winning ? <WinDialog quotation={quotation} onClose={() => setWinning(false)} /> : null}
    </>
  )
}
