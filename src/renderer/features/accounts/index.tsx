import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'

export default function Accounts() {
  const t = useWords()
  return (
    <div className="page">
      <PageHeader title={t('shell:nav.accounts')} />
    </div>
  )
}
