import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'

let made: Promise<string> | undefined

/** Puts the page's transport and the scenarios into a page, past its content policy, as a debugger would. */
export async function intoPage(page: Page): Promise<void> {
  made ??= bundle()
  await page.evaluate(await made)
}

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: join(import.meta.dirname, 'page-entry.ts'), formats: ['iife'], name: 'unused' },
    },
  })
  const [result] = Array.isArray(output) ? output : [output]
  if (!result || !('output' in result)) throw new Error('nothing was built')
  return result.output[0].code
}
