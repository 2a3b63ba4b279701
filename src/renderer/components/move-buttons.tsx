import { Button } from 'antd'
import { ArrowDownOutlined, ArrowUpOutlined } from './icons'

interface MoveButtonsProps {
  index: number
  count: number
  /** What the buttons are called, for screen readers. */
  up: string
  down: string
  onMove: (to: number) => void
}

/** Moves an entry of an ordered list one place up or down. */
export function MoveButtons({ index, count, up, down, onMove }: MoveButtonsProps) {
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        disabled={index === 0}
        aria-label={up}
        onClick={() => onMove(index - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        disabled={index === count - 1}
        aria-label={down}
        onClick={() => onMove(index + 1)}
      />
    </>
  )
}
