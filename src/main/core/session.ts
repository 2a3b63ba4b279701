import { type Permission, type Role, role, rolePermissions } from '#shared/contract/base'
import { createSettingsService } from './features/system/settings.service'
import type { Kernel, Session } from './kernel'

const roleKey = 'session.role'

/** The local user's session: the role is read anew on every call, so that a change holds at once. */
export class LocalSession implements Session {
  readonly #settings

  constructor(
    kernel: Pick<Kernel, 'db' | 'book' | 'lease'>,
    readonly userName: string,
  ) {
    this.#settings = createSettingsService(kernel)
  }

  get role(): Role {
    return this.#settings.read(roleKey, role, 'manager')
  }

  get permissions(): ReadonlySet<Permission> {
    return sets[this.role]
  }
}

/** Stores the role in which the local user works from now on; audited. */
export async function workAs(kernel: Pick<Kernel, 'db' | 'book' | 'lease'>, chosen: Role): Promise<void> {
  await createSettingsService(kernel).write(roleKey, role, chosen)
}

const sets = Object.fromEntries(
  Object.entries(rolePermissions).map(([name, permissions]) => [name, new Set(permissions)]),
) as unknown as Record<Role, ReadonlySet<Permission>>
