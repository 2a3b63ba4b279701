import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the worker scripts built for this run. */
    workerDir: string
  }
}

/**
 * Worker threads run plain JavaScript: their two entries are bundled once before the core's tests, into a folder of this
 * run's own inside node_modules, where they find their packages.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const outDir = mkdtempSync(join(resolve('node_modules'), '.yike-workers-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: {
        input: {
          'job-worker': resolve('src/main/core/worker/job-worker.ts'),
          'judge-worker': resolve('src/main/core/worker/judge-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  project.provide('workerDir', outDir)
  return () => rmSync(outDir, { recursive: true, force: true })
}
