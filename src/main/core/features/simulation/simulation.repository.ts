import type { Insertable, Selectable } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { SimulationTable } from './simulation.table'

export type SimulationRecord = Selectable<SimulationTable>

export interface SimulationQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  search: string
}

const sortColumns = { name: 'name', tickets: 'tickets', createdAt: 'created_at', seconds: 'seconds' } as const

export function simulationPage(db: Database, query: SimulationQuery): { rows: SimulationRecord[]; total: number } {
  let filtered = db.build.selectFrom('simulation').where('deleted_at', 'is', null)
  for (const word of contains(['name'], query.search)) filtered = filtered.where(word)
  const sort = query.sort !== undefined && query.sort in sortColumns ? (query.sort as keyof typeof sortColumns) : null
  const direction = query.descending ? 'desc' : 'asc'
  const sorted = sort ? filtered.orderBy(sortColumns[sort], direction) : filtered.orderBy('id', 'desc')
  return {
    rows: db.all(
      sorted
        .selectAll()
        .orderBy('id', 'desc')
        .limit(query.pageSize)
        .offset((query.page - 1) * query.pageSize),
    ),
    total: db.first(filtered.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0,
  }
}

export function simulationById(db: Database, id: number): SimulationRecord | undefined {
  return db.first(db.build.selectFrom('simulation').selectAll().where('id', '=', id))
}

export function insertSimulation(db: Database, simulation: Insertable<SimulationTable>): number {
  return db.run(db.build.insertInto('simulation').values(simulation)).id
}

export function updateSimulation(db: Database, id: number, row: Partial<Insertable<SimulationTable>>): void {
  db.run(db.build.updateTable('simulation').set(row).where('id', '=', id))
}
