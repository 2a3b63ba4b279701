type Packages = Readonly<Record<string, { version?: string; integrity?: string; optional?: boolean; link?: boolean }>>

export function ensureInstalled(): Promise<void>
export function isInstalled(lock?: Packages | null, record?: Packages | null): boolean
export function hostNode(): string
