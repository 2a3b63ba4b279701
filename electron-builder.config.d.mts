import type { FuseV1Config } from '@electron/fuses'

export const fuses: FuseV1Config
declare const config: Readonly<Record<string, unknown>>
export default config
