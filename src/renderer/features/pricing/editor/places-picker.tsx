import { Input, Modal, Tree, type TreeDataNode } from 'antd'
import { useMemo, useState } from 'react'
import { type RegionBranch, regionTree } from '#shared/domain/region/region-tree'
import type { Table } from '../../../components/grid/sheet-grid'
import { useLocale, useWords } from '../../../i18n'
import { readPlaces, writePlaces } from './places-text'

interface PlacesPickerProps {
  zones: Table
  /** The row whose places are chosen. */
  row: number
  onChoose: (text: string) => void
  onCancel: () => void
}

/** The places of a zone from the list of regions; those of other zones say so. */
export function PlacesPicker({ zones, row, onChoose, onCancel }: PlacesPickerProps) {
  const t = useWords()
  const locale = useLocale()
  const [zone = '', written = ''] = zones[row] ?? []
  const [{ codes, others }] = useState(() => readPlaces(written))
  const [ticked, setTicked] = useState<readonly string[]>(codes)
  const [search, setSearch] = useState('')
  const taken = useMemo(() => takenBy(zones, row, zone), [zones, row, zone])
  const nodes = useMemo(() => {
    const text = search.trim()
    const titleOf = (branch: RegionBranch) => {
      const name = locale === 'en' && branch.english ? `${branch.english} ${branch.name}` : branch.name
      const other = taken.get(branch.code)
      return other === undefined ? name : `${name} · ${t('pricingEditor:zones.other', { zone: other })}`
    }
    const build = (branch: RegionBranch, found: boolean): TreeDataNode | null => {
      const hit =
        found ||
        text === '' ||
        branch.name.includes(text) ||
        (branch.english ?? '').toLowerCase().includes(text.toLowerCase())
      const children = (branch.children ?? []).map((child) => build(child, hit)).filter((child) => child !== null)
      return hit || children.length > 0 ? { key: branch.code, title: titleOf(branch), children } : null
    }
    return regionTree()
      .map((branch) => build(branch, false))
      .filter((node) => node !== null)
  }, [search, taken, locale, t])
  return (
    <Modal
      open
      width={520}
      title={zone === '' ? t('pricingEditor:zones.pickNone') : t('pricingEditor:zones.pick', { zone })}
      okText={t('pricingEditor:zones.take')}
      cancelText={t('shell:cancel')}
      onOk={() => onChoose(writePlaces(ticked, others))}
      onCancel={onCancel}
    >
      <div className="stack">
        <Input
          autoFocus
          allowClear
          value={search}
          placeholder={t('pricingEditor:zones.search')}
          aria-label={t('pricingEditor:zones.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Tree
          checkable
          checkStrictly
          height={360}
          treeData={nodes}
          checkedKeys={[...ticked]}
          onCheck={(checked) => setTicked((Array.isArray(checked) ? checked : checked.checked).map(String))}
          selectable={false}
        />
        <div className="text-secondary">{writePlaces(ticked, others)}</div>
      </div>
    </Modal>
  )
}

/** Places of the other zones by code. */
function takenBy(zones: Table, row: number, own: string): Map<string, string> {
  const taken = new Map<string, string>()
  for (const [index, [zone = '', places = '']] of zones.entries())
    if (index !== row && zone !== own) for (const code of readPlaces(places).codes) taken.set(code, zone)
  return taken
}
