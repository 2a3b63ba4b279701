import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'

export default function Workbench() {
  const t = useWords()
  return (
    <div className="page">
      <PageHeader title={t('shell:nav.workbench')} />
    </div>
  )
}
