import { useId, type ReactNode } from 'react'
import '../styles/field.css'

interface FieldProps {
  label: string
  required?: boolean
  /** What is wrong with the entry; stands under the field. */
  message?: string | null
  /** A word about the field, shown while nothing is wrong. */
  note?: ReactNode
  className?: string
  /** Gets the id that ties the label to its field. */
  children: (id: string) => ReactNode
}

/** A field outside of a form drawer: label above, message below. */
export function Field({ label, required = false, message, note, className = '', children }: FieldProps) {
  const id = useId()
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className={required ? 'field-required' : undefined}>
        {label}
      </label>
      {children(id)}
      {message ? (
        <span className="field-message" role="alert">
          {message}
        </span>
      ) : note ? (
        <span className="text-secondary">{note}</span>
      ) : null}
    </div>
  )
}
