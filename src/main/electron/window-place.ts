import { z } from 'zod'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) })
const remembered = z.object({ bounds: rectangle, maximized: z.boolean() })

export type Rectangle = z.infer<typeof rectangle>

export interface WindowPlace {
  bounds: Rectangle | { width: number; height: number }
  maximized: boolean
}

/** So much of a window must lie on a screen that it can be seized and moved. */
const least = 120

const first: WindowPlace = { bounds: { width: 1440, height: 900 }, maximized: false }

/**
 * Where the window was, unless that was written by something else or the screen it was on has gone; then the middle
 * of the screen there is.
 */
export function windowPlace(text: string | null, screens: Rectangle[]): WindowPlace {
  const seen = remembered.safeParse(parsed(text))
  if (!seen.success) return first
  const { bounds } = seen.data
  const visible = screens.some(
    (screen) =>
      overlap(bounds.x, bounds.width, screen.x, screen.width) >= least &&
      // The title bar, the upper edge, must be on the screen.
      bounds.y >= screen.y &&
      overlap(bounds.y, bounds.height, screen.y, screen.height) >= least,
  )
  return visible ? seen.data : first
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
