import { Button, Dropdown, type MenuProps } from 'antd'
import { DownOutlined } from '../../../components/icons'
import { useNavigate } from 'react-router'
import { useMay } from '../../../components/book'
import { useWords } from '../../../i18n'
import type { SheetDetail } from '../sheet-page'

const inForce: ReadonlySet<SheetDetail['status']> = new Set(['approved', 'superseded', 'expired'])

/** What can be made of a sheet: edit its draft, the next version, a copy, a mass change, a comparison. */
export function SheetEditActions({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const { id, versions, status, faulty } = sheet
  const go = (address: string) => () => void navigate(address)
  const older = versions.filter(({ version }) => version < sheet.version)
  // A change is judged against what is or was in force; another draft only where there is nothing else.
  const before = older.find((one) => inForce.has(one.status)) ?? older[0]
  const writes = may('pricing.write')
  const editable = writes && (status === 'draft' || status === 'returned' || status === 'competitor')
  const entry = (key: string, label: string, address: string) => ({ key, label, onClick: go(address) })
  const items: MenuProps['items'] = [
    ...(before && !faulty
      ? [entry('before', t('pricingEditor:compareWith'), `/pricing/compare?a=${before.id}&b=${id}`)]
      : []),
    entry('compare', t('pricingEditor:compareTo'), `/pricing/compare?b=${id}`),
    ...(writes
      ? [
          entry('version', t('pricingEditor:newVersion'), `/pricing/new?from=${id}&as=version`),
          entry('copy', t('pricingEditor:copyHelp'), `/pricing/new?from=${id}&as=copy`),
          ...(faulty ? [] : [entry('mass', t('pricingEditor:massChange'), `/pricing/${id}/mass`)]),
        ]
      : []),
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button aria-label={t('pricingEditor:more')}>
          {t('pricingEditor:more')} <DownOutlined />
        </Button>
      </Dropdown>
      {editable ? <Button onClick={go(`/pricing/${id}/edit`)}>{t('pricingEditor:edit')}</Button> : null}
    </>
  )
}
