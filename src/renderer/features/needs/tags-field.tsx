import { Select } from 'antd'

interface TagsFieldProps {
  id?: string
  value?: string[]
  onChange?: (texts: string[]) => void
  placeholder: string
}

/** Several short texts as tags; a pasted list is cut at commas, 顿号 and line breaks. */
export function TagsField({ onChange, ...props }: TagsFieldProps) {
  return (
    <Select<string[]>
      {...props}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={[',', '，', '、', ';', '；', '\n', '\t']}
      onChange={(texts) => onChange?.([...new Set(texts.map((text) => text.trim()).filter(Boolean))])}
    />
  )
}
