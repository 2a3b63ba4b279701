import { join } from 'node:path'
import { createCore } from '#core/core'

/** A program that imports the bill of its folder and reports how far it is: `node program.js DATA WORKERS`. */
const [, , dataDir = '', workerDir = ''] = process.argv
const core = await createCore({
  dataDir,
  workerDir,
  host: {
    kind: 'test',
    desktop: null,
    makePdf: () => Promise.reject(new Error('no PDF here')),
    notify: () => {},
  },
})
const { ticket } = core.files.offer(join(dataDir, '运单.csv'))
const { job } = await core.client.imports.start({ kind: 'waybills', ticket })
for await (const event of await core.client.jobs.watch({ job })) process.send?.(event.done)
await core.close()
