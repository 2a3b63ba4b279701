import { EmptyState } from '../../components/empty-state'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'

export default function Insight() {
  const t = useWords()
  return (
    <div className="page">
      <PageHeader title={t('insight:title')} />
      <EmptyState title={t('insight:empty.title')} text={t('insight:empty.text')} />
    </div>
  )
}
