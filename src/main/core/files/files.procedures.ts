import type { Implementer } from '../implementer'
import type { Kernel } from '../kernel'

export function filesProcedures(os: Implementer, { files, host, clock }: Kernel) {
  return os.files.router({
    choose: os.files.choose.handler(async ({ input }) => {
      const paths = (await host.desktop?.chooseFiles(input)) ?? []
      return paths.map((path) => files.offer(path))
    }),
    prepareUpload: os.files.prepareUpload.handler(({ input }) => ({
      upload: files.prepareUpload(input.name, input.bytes, clock.now()),
    })),
    deliver: os.files.deliver.handler(async ({ input }) => {
      if (!host.desktop) return { saved: false, path: null, download: files.prepareDownload(input.ticket) }
      const { path, name } = files.take(input.ticket)
      const saved = await host.desktop.saveFile({ source: path, suggestedName: name })
      return { saved: saved !== null, path: saved, download: null }
    }),
  })
}
