import { EmptyState } from '../../components/empty-state'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'

export default function Plans() {
  const t = useWords()
  return (
    <div className="page">
      <PageHeader title={t('plans:title')} />
      <EmptyState title={t('plans:empty.title')} text={t('plans:empty.text')} />
    </div>
  )
}
