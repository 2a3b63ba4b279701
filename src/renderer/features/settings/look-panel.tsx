import { Form, Segmented } from 'antd'
import { isLocale, isTheme, rememberedLook } from '../../components/look-memory'
import { usePreference } from '../../components/preferences'
import { useLocale, useWords } from '../../i18n'

/** Language and appearance; both take effect at once and are remembered with the book. */
export function LookPanel() {
  const t = useWords()
  const locale = useLocale()
  const [, setLocale] = usePreference('language', locale, isLocale)
  const [theme, setTheme] = usePreference('theme', rememberedLook().theme, isTheme)
  return (
    <section className="panel">
      <h2>{t('settings:look.title')}</h2>
      <Form layout="vertical" component="div">
        <Form.Item label={t('shell:language.label')}>
          <Segmented
            aria-label={t('shell:language.label')}
            value={locale}
            onChange={setLocale}
            options={[
              { value: 'zh-CN' as const, label: '简体中文' },
              { value: 'en' as const, label: 'English' },
            ]}
          />
        </Form.Item>
        <Form.Item label={t('shell:theme.label')}>
          <Segmented
            aria-label={t('shell:theme.label')}
            value={theme}
            onChange={setTheme}
            options={(['light', 'dark', 'system'] as const).map((value) => ({
              value,
              label: t(`shell:theme.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
    </section>
  )
}
