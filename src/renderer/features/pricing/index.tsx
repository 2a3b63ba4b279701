import { EmptyState } from '../../components/empty-state'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'

export default function Pricing() {
  const t = useWords()
  return (
    <div className="page">
      <PageHeader title={t('pricing:title')} />
      <EmptyState title={t('pricing:empty.title')} text={t('pricing:empty.text')} />
    </div>
  )
}
