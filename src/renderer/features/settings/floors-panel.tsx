import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rolePermissions, type Role } from '#shared/contract/base'
import type { Floor, Floors } from '#shared/contract/price-review'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { NumberInput } from '../../components/figure-input'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

/** Roles that hand in prices: only for them a floor says anything. */
const asked = (Object.keys(rolePermissions) as Role[]).filter((role) => rolePermissions[role].includes('pricing.write'))

/** 审批底线: how low each role may go before it needs an approval. */
export function FloorsPanel() {
  const t = useWords()
  const api = useApi()
  const stored = useQuery({
    queryKey: ['pricing', 'floors'],
    queryFn: ({ signal }) => api.pricing.floors({}, { signal }),
  })
  return (
    <section className="panel">
      <h2>{t('pricing:floors.title')}</h2>
      <p className="text-secondary">{t('pricing:floors.text')}</p>
      {stored.error ? <ErrorState error={stored.error} onRetry={() => void stored.refetch()} /> : null}
      {stored.data ? <FloorForm key={JSON.stringify(stored.data)} stored={stored.data} /> : null}
    </section>
  )
}

function FloorForm({ stored }: { stored: Floors }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const [floors, setFloors] = useState(stored)
  const readOnly = !may('insight.manage')
  const set = (role: Role, field: keyof Floor, hundredths: number | null) =>
    setFloors((old) => ({ ...old, [role]: { ...old[role], [field]: hundredths === null ? null : hundredths * 100 } }))
  const faulty = asked.some((role) => !isFloor(floors[role]))
  const save = async () => {
    await api.pricing.setFloors({ floors })
    await changed()
    done(t('pricing:floors.saved'))
  }
  return (
    <div className="stack">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('pricing:floors.role')}</th>
            <th scope="col">{t('pricing:floors.discount')}</th>
            <th scope="col">{t('pricing:floors.margin')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((role) => {
            const name = t(`shell:role.${role}`)
            return (
              <tr key={role}>
                <th scope="row">
                  {name}
                  {rolePermissions[role].includes('pricing.approve') ? (
                    <span className="text-secondary"> {t('pricing:floors.may')}</span>
                  ) : null}
                </th>
                {(['discountPpm', 'marginPpm'] as const).map((field) => {
                  const value = floors[role][field]
                  const label = t(field === 'discountPpm' ? 'pricing:floors.discount' : 'pricing:floors.margin')
                  return (
                    <td key={field}>
                      <NumberInput
                        scale={2}
                        unit="%"
                        label={`${name} ${label}`}
                        placeholder={t('pricing:floors.none')}
                        disabled={readOnly}
                        value={value === null ? null : value / 100}
                        onChange={(next) => set(role, field, next)}
                      />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {readOnly ? null : (
        <div>
          <Button
            type="primary"
            disabled={faulty || JSON.stringify(floors) === JSON.stringify(stored)}
            onClick={() => void save().catch(failed)}
          >
            {t('pricing:floors.save')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Within what the contract takes; NaN is a text that is no figure. */
function isFloor({ discountPpm, marginPpm }: Floor): boolean {
  const within = (value: number | null, from: number, to: number) => value === null || (value >= from && value <= to)
  return within(discountPpm, 0, 2_000_000) && within(marginPpm, -1_000_000, 1_000_000)
}
