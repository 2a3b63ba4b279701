import { api, onHostGone, uploadFile } from '../../../src/renderer/transport'
import { scenarios, type Scenario } from './scenarios'

/** The page's own transport and the scenarios, put into a page of the built program. */
Object.assign(window, { trial: { api, scenarios, uploadFile, onHostGone } })

declare global {
  interface Window {
    trial: {
      api: typeof api
      scenarios: Record<Scenario, (client: typeof api) => Promise<unknown>>
      uploadFile: typeof uploadFile
      onHostGone: typeof onHostGone
    }
  }
}
