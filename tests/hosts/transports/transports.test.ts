import { describe, expect, test } from 'vitest'
import { carriers } from './carriers'
import { expected, type Scenario } from './scenarios'

describe.each(Object.entries(carriers))('%s', (_name, open) => {
  test('answers the scenarios as every transport does', async () => {
    const run = await open()
    const answers: Partial<Record<Scenario, unknown>> = {}
    for (const scenario of Object.keys(expected) as Scenario[]) answers[scenario] = await run(scenario)
    expect(answers).toMatchObject(expected)
  })
})
