import type { Tier } from '#shared/contract/base'
import { useWords } from '../i18n'
import { tierColours } from '../styles/tokens'
import { useAppearance } from './appearance'

/** A tier as its name on its own pale tint; `null` says that none was given. */
export function TierBadge({ tier }: { tier: Tier | null }) {
  const t = useWords()
  const appearance = useAppearance()
  if (!tier) return <span className="text-secondary">{t('components:tier.none')}</span>
  const { text, tint } = tierColours[appearance][tier]
  return (
    <span className="tier-badge" style={{ color: text, background: tint }}>
      {t(`components:tier.${tier}`)}
    </span>
  )
}
