import { Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { useWords } from '../../../i18n'

/** One ticket or many: the two pages of the calculator. */
export function QuoteTabs({ shown }: { shown: 'one' | 'many' }) {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <Segmented<'one' | 'many'>
      aria-label={t('pricing:quote.title')}
      value={shown}
      onChange={(next) => void navigate(next === 'one' ? '/pricing/quote' : '/pricing/quote/lines')}
      options={[
        { value: 'one', label: t('pricing:lines.oneTab') },
        { value: 'many', label: t('pricing:lines.tab') },
      ]}
    />
  )
}
