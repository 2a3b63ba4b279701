/**
 * Where the relationship map shows people. Units are those of an SVG in which a person's box is `box.width` × `box.height`;
 * a place is the centre of a box. Pure: the same people always lie the same way, on screen and on paper.
 */
export const box = { width: 148, height: 58 } as const
/** Between boxes side by side, and between a superior and those below. */
export const gap = { x: 22, y: 46 } as const
const margin = 14
/** So many boxes fit beside each other on A4 upright; people outside of any line wrap after them. */
const mostColumns = 5

export interface MapPerson {
  id: number
  reportsTo: number | null
  influence: number | null
  primary: boolean
  place: { x: number; y: number } | null
}

export interface Point {
  x: number
  y: number
}

export interface MapLine {
  /** The superior and who reports to him. */
  from: number
  to: number
  /** Corners from the superior's box down (or up) to the other's. */
  points: Point[]
}

export interface MapLayout {
  width: number
  height: number
  places: ReadonlyMap<number, Point>
  lines: MapLine[]
}

/** Lays out all people; those a person has placed by hand stand there, the others find room beside them. */
export function layoutMap(people: readonly MapPerson[]): MapLayout {
  const automatic = arrange(people)
  const places = new Map<number, Point>()
  for (const { id, place } of people) if (place) places.set(id, place)
  const fixed = [...places.values()]
  const below = fixed.reduce((lowest, { y }) => Math.max(lowest, y), 0) + box.height + gap.y
  const loose = people.filter(({ place }) => place === null)
  const crowded = fixed.length > 0 && loose.some(({ id }) => fixed.some((other) => overlaps(automatic.get(id), other)))
  const top = Math.min(...loose.map(({ id }) => automatic.get(id)?.y ?? 0))
  for (const { id } of loose) {
    const at = automatic.get(id)
    if (at) places.set(id, crowded ? { x: at.x, y: at.y - top + below } : at)
  }
  return framed(people, places)
}

/** Height of the empty box that stands for somebody who is missing. */
export const missingHeight = 30

export interface MissingBoxes {
  /** Centres, in the order of what is missing. */
  places: Point[]
  /** Of the whole drawing, people and empty boxes. */
  width: number
  height: number
}

/** Where the map draws those it misses (no decision maker known): empty boxes in a row below everybody. */
export function placeMissing({ width, height }: MapLayout, count: number): MissingBoxes {
  const step = box.width + gap.x
  const places = Array.from({ length: count }, (_, at) => ({
    x: margin + box.width / 2 + at * step,
    y: height + missingHeight / 2,
  }))
  if (count === 0) return { places, width, height }
  return {
    places,
    width: Math.max(width, margin * 2 + count * step - gap.x),
    height: height + missingHeight + margin,
  }
}

/** Two boxes that cover a common piece. */
export function overlaps(one: Point | undefined, other: Point | undefined): boolean {
  if (!one || !other) return false
  return Math.abs(one.x - other.x) < box.width && Math.abs(one.y - other.y) < box.height
}

/** Shifts everything into the frame, so that no box is cut, and draws the lines. */
function framed(people: readonly MapPerson[], found: ReadonlyMap<number, Point>): MapLayout {
  const points = [...found.values()]
  const left = Math.min(...points.map(({ x }) => x)) - box.width / 2
  const top = Math.min(...points.map(({ y }) => y)) - box.height / 2
  const shift = { x: margin - left, y: margin - top }
  const places = new Map([...found].map(([id, { x, y }]) => [id, { x: x + shift.x, y: y + shift.y }] as const))
  const placed = [...places.values()]
  const lines = people.flatMap(({ id, reportsTo }) => {
    const [boss, own] = [reportsTo === null ? undefined : places.get(reportsTo), places.get(id)]
    return boss && own && reportsTo !== null ? [{ from: reportsTo, to: id, points: corners(boss, own) }] : []
  })
  return {
    width: people.length === 0 ? 0 : Math.max(...placed.map(({ x }) => x)) + box.width / 2 + margin,
    height: people.length === 0 ? 0 : Math.max(...placed.map(({ y }) => y)) + box.height / 2 + margin,
    places,
    lines,
  }
}

/** From the superior's lower edge down to half way, across, and down to the upper edge; beside each other, side to side. */
function corners(boss: Point, own: Point): Point[] {
  const down = own.y - boss.y
  if (Math.abs(down) < box.height) {
    const side = own.x > boss.x ? 1 : -1
    return [
      { x: boss.x + (side * box.width) / 2, y: boss.y },
      { x: own.x - (side * box.width) / 2, y: own.y },
    ]
  }
  const half = ((down > 0 ? 1 : -1) * box.height) / 2
  const middle = (boss.y + half + own.y - half) / 2
  return [
    { x: boss.x, y: boss.y + half },
    { x: boss.x, y: middle },
    { x: own.x, y: middle },
    { x: own.x, y: own.y - half },
  ]
}

/** Every line of superiors as a tree from the top down, side by side; people outside of any line in rows below. */
function arrange(people: readonly MapPerson[]): Map<number, Point> {
  const known = new Set(people.map(({ id }) => id))
  const order = people.toSorted((a, b) => (b.influence ?? 0) - (a.influence ?? 0) || a.id - b.id)
  const below = new Map<number, MapPerson[]>()
  const roots: MapPerson[] = []
  for (const person of order) {
    const boss = person.reportsTo
    if (boss === null || !known.has(boss) || inCircle(people, person.id)) roots.push(person)
    else below.set(boss, [...(below.get(boss) ?? []), person])
  }
  const places = new Map<number, Point>()
  const step = { x: box.width + gap.x, y: box.height + gap.y }
  const trees = roots.filter(({ id }) => below.has(id))
  const single = roots.filter(({ id }) => !below.has(id))
  let next = 0
  let deepest = -1
  /** Sets who stands below first, then the superior over their middle; answers his column. */
  const set = (person: MapPerson, depth: number): number => {
    deepest = Math.max(deepest, depth)
    const columns = (below.get(person.id) ?? []).map((one) => set(one, depth + 1))
    const column = columns.length === 0 ? next++ : ((columns[0] ?? 0) + (columns.at(-1) ?? 0)) / 2
    places.set(person.id, { x: Math.round(column * step.x), y: depth * step.y })
    return column
  }
  for (const root of trees) set(root, 0)
  const columns = Math.max(Math.min(mostColumns, single.length), Math.min(next, mostColumns))
  for (const [at, { id }] of single.entries()) {
    places.set(id, { x: (at % columns) * step.x, y: (deepest + 1 + Math.floor(at / columns)) * step.y })
  }
  return places
}

/** Data of a damaged or merged book may hold a circle; its members are shown side by side rather than not at all. */
function inCircle(people: readonly MapPerson[], id: number): boolean {
  const up = new Map(people.map((person) => [person.id, person.reportsTo]))
  let at = up.get(id) ?? null
  for (let steps = 0; at !== null && steps <= people.length; steps++) {
    if (at === id) return true
    at = up.get(at) ?? null
  }
  return false
}
