import { Cascader } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useLocale } from '../i18n'

interface RegionFieldProps {
  id?: string
  value?: string[]
  onChange?: (region: string[]) => void
}

interface RegionOption {
  value: string
  label: string
  children?: RegionOption[]
}

/** The list of all places is large; only this field needs it, so it comes with the field. */
async function loadRegions(): Promise<(locale: 'zh-CN' | 'en') => RegionOption[]> {
  const { regionTree } = await import('#shared/domain/region/region-tree')
  type Branch = ReturnType<typeof regionTree>[number]
  return (locale) => {
    const option = ({ name, english, children }: Branch): RegionOption => ({
      value: name,
      label: locale === 'en' && english ? `${english} ${name}` : name,
      children: children?.map(option),
    })
    return regionTree().map(option)
  }
}

/** 省市区 from the standard list; names of an import that are not on it are shown as they are. */
export function RegionField({ id, value = [], onChange }: RegionFieldProps) {
  const locale = useLocale()
  const { data } = useQuery({ queryKey: ['regions'], queryFn: loadRegions, staleTime: Number.POSITIVE_INFINITY })
  return (
    <Cascader<RegionOption>
      id={id}
      value={value}
      options={data?.(locale) ?? []}
      onChange={(path) => onChange?.((path ?? []).map(String))}
      displayRender={(labels) => labels.join(' ')}
      showSearch
      changeOnSelect
      allowClear
    />
  )
}
