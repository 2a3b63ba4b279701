import type { Scenario } from '#shared/contract/simulation'
import { formatDecimal } from '#shared/domain/decimal'
import type { Words } from '../../i18n'

const sign = (value: number, decimals: number) => `${value > 0 ? '+' : ''}${formatDecimal(value, decimals)}`

/** What a run tried, in words: the sheet, or the change with its figures. */
export function runName(t: Words, name: string, scenario: Scenario | null): string {
  if (scenario === null || scenario.kind === 'sheet') return name === '' ? t('simulation:changeName') : name
  const { percentPpm, perTicketUnits, perKgUnits } = scenario.change
  const parts = [
    percentPpm === 0 ? '' : t('simulation:change.percent', { value: sign(percentPpm, 4) }),
    perTicketUnits === 0 ? '' : t('simulation:change.perTicket', { value: sign(perTicketUnits, 4) }),
    perKgUnits === 0 ? '' : t('simulation:change.perKg', { value: sign(perKgUnits, 4) }),
  ].filter(Boolean)
  return [t('simulation:changeName'), parts.join(' '), name].filter(Boolean).join(' · ')
}
