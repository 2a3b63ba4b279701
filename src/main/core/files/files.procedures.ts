import type { Implementer } from '../implementer'
import type { Kernel } from '../kernel'

export function filesProcedures(os: Implementer, { files, host, clock }: Kernel) {
  return os.files.router({
    choose: os.files.choose.handler(async ({ input }) => {
      const path = await host.chooseFile(input)
      return path === null ? null : files.offer(path)
    }),
    chooseSeveral: os.files.chooseSeveral.handler(async ({ input }) => {
      if (host.chooseFiles) return (await host.chooseFiles(input)).map((path) => files.offer(path))
      const path = await host.chooseFile({ ...input, extensions: ['*'] })
      return path === null ? [] : [files.offer(path)]
    }),
    prepareUpload: os.files.prepareUpload.handler(({ input }) => ({
      upload: files.prepareUpload(input.name, input.bytes, clock.now()),
    })),
    deliver: os.files.deliver.handler(async ({ input }) => {
      if (host.files === 'transfer') return { saved: false, path: null, download: files.prepareDownload(input.ticket) }
      const { path, name } = files.take(input.ticket)
      const saved = await host.saveFile({ source: path, suggestedName: name })
      return { saved: saved !== null, path: saved, download: null }
    }),
  })
}
