import { useEffect } from 'react'

interface EditorKeys {
  save: () => void
  undo: () => void
  redo: () => void
}

/**
 * Ctrl+S, Ctrl+Z and Ctrl+Y of the whole editor, wherever the focus is on the page. Undo is of the form, also in a field:
 * what the browser would undo there is only its own letters. In a cell that is being written in it is left to the cell.
 */
export function useEditorKeys({ save, undo, redo }: EditorKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const { target } = event
      const here = target instanceof Element && (target === document.body || target.closest('.page') !== null)
      if (!here) return
      const key = event.key.toLowerCase()
      const back = key === 'z' && !event.shiftKey
      const forth = key === 'y' || (key === 'z' && event.shiftKey)
      if (key !== 's' && (target.matches('[data-writing]') || (!back && !forth))) return
      event.preventDefault()
      if (key === 's') save()
      else if (back) undo()
      else redo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [save, undo, redo])
}
