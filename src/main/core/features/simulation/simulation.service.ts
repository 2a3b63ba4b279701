import {
  type SimulationInput,
  simulationInput,
  type SimulationResult,
  simulationResult,
  type SimulationRow,
} from '#shared/contract/simulation'
import { removal } from '../../db/removal'
import type { Kernel, Session } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import type { AccountsService } from '../accounts/accounts.service'
import { scenarioBook } from '../pricing/scenario-book'
import { ticketsOf } from '../waybills/rerate'
import * as repository from './simulation.repository'

export type SimulationService = ReturnType<typeof createSimulationService>

/** What-if: months rated again under a draft or a mass change, kept as runs one can come back to. */
export function createSimulationService(kernel: Kernel, accounts: AccountsService) {
  const { db, jobs } = kernel

  function found(id: number): repository.SimulationRecord {
    const record = repository.simulationById(db, id)
    if (!record) throw new Refused('not-found', { what: 'simulation' })
    return record
  }

  function rowOf(record: repository.SimulationRecord): SimulationRow & {
    input: SimulationInput
    result: SimulationResult
  } {
    const input = simulationInput.parse(JSON.parse(record.input))
    const result = simulationResult.parse(JSON.parse(record.result))
    return {
      id: record.id,
      name: record.name,
      from: input.from,
      to: input.to,
      account: input.accountId === null ? null : accounts.detail(input.accountId).name,
      tickets: record.tickets,
      beforeFen: result.total.beforeFen,
      afterFen: result.total.afterFen,
      seconds: record.seconds,
      createdBy: record.created_by,
      createdAt: record.created_at,
      input,
      result,
    }
  }

  const { remove, restore } = removal(kernel, {
    found,
    store: ({ id }, { deleted_at, hlc }) => repository.updateSimulation(db, id, { deleted_at, hlc }),
    audit: ({ uid, name }) => ({ entity: 'simulation', entityUid: uid, summary: name }),
  })

  return {
    /** @throws Refused `invalid-input`, `not-found`, `sheet-has-errors`, before any work begins */
    start(input: SimulationInput): { job: string } {
      if (input.from > input.to) throw new Refused('invalid-input', { why: `${input.from} > ${input.to}` }, 'to')
      if (input.accountId !== null) accounts.detail(input.accountId)
      scenarioBook(db, input.scenario, null)
      return {
        job: jobs.start('simulation', (handle) =>
          runInWorker<{ simulation: number; count: number }>(kernel, 'simulation', input, handle),
        ),
      }
    },
    size: ({ from, to, accountId }: Pick<SimulationInput, 'from' | 'to' | 'accountId'>) => ({
      tickets: ticketsOf(db, { from, to, ...(accountId !== null && { accountId }) }),
    }),
    list(query: repository.SimulationQuery) {
      const { rows, total } = repository.simulationPage(db, query)
      return {
        total,
        rows: rows.map((record) => {
          const { input: _input, result: _result, ...row } = rowOf(record)
          return row
        }),
      }
    },
    /** With figures of cost and margin only for those who may see them. */
    get(id: number, session: Session) {
      const record = found(id)
      if (record.deleted_at !== null) throw new Refused('not-found', { what: 'simulation' })
      const row = rowOf(record)
      return session.permissions.has('cost.read') ? row : { ...row, result: withoutCosts(row.result) }
    },
    remove,
    restore,
  }
}

function withoutCosts(result: SimulationResult): SimulationResult {
  const hidden = { costed: 0, beforeCostFen: 0, afterCostFen: 0, beforeMarginFen: 0, afterMarginFen: 0 }
  return {
    ...result,
    total: { ...result.total, ...hidden },
    zones: result.zones.map((sums) => ({ ...sums, ...hidden })),
    brackets: result.brackets.map((sums) => ({ ...sums, ...hidden })),
    accounts: result.accounts.map((sums) => ({ ...sums, ...hidden })),
    worst: result.worst
      .map((ticket) => ({ ...ticket, costFen: null, marginFen: null }))
      .toSorted((a, b) => a.afterFen - a.beforeFen - (b.afterFen - b.beforeFen)),
    breakEvenPpm: null,
    keepMarginPpm: null,
  }
}
