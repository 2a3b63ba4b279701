import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * One build, three hosts. `out/main` holds the electron entry, the browser host, the command line and the workers,
 * all Node ESM; `out/preload` is CommonJS because a sandboxed preload must be; `out/renderer` is the page.
 */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          electron: resolve('src/main/electron/main.ts'),
          browser: resolve('src/main/browser/main.ts'),
          cli: resolve('src/main/cli/main.ts'),
          'job-worker': resolve('src/main/core/worker/job-worker.ts'),
          'judge-worker': resolve('src/main/core/worker/judge-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { preload: resolve('src/main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: { minify: true, rolldownOptions: { input: resolve('src/renderer/index.html') } },
  },
})
