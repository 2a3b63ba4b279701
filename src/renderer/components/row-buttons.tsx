import { Button } from 'antd'
import { DeleteOutlined, EditOutlined } from './icons'
import { useWords } from '../i18n'

interface RowButtonsProps {
  /** What the row is called, for screen readers. */
  name: string
  onEdit: () => void
  onRemove: () => void
}

/** Edit and remove at the end of a row. */
export function RowButtons({ name, onEdit, onRemove }: RowButtonsProps) {
  const t = useWords()
  return (
    <span className="row row-buttons">
      <Button
        type="text"
        size="small"
        icon={<EditOutlined />}
        aria-label={`${t('shell:edit')} ${name}`}
        onClick={onEdit}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`${t('shell:remove')} ${name}`}
        onClick={onRemove}
      />
    </span>
  )
}
