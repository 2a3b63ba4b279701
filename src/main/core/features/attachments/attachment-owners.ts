import type { Permission } from '#shared/contract/base'
import type { AttachmentOwner } from '#shared/contract/attachments'
import type { Session } from '../../kernel'
import { Refused } from '../../refused'

/** A kind of record files can be attached to. Features give theirs at router.ts. */
export interface OwnerKind {
  /** As in the audit trail: `account`, `contract` … */
  entity: string
  read: Permission
  write: Permission
  /** What the record is called, e.g. `KH000001 某某公司`; null where there is none with this uid. */
  nameOf(uid: string): string | null
}

/** Looks up what files are attached to, and whether the caller may see or change it. */
export class AttachmentOwners {
  readonly #kinds: ReadonlyMap<string, OwnerKind>

  constructor(kinds: readonly OwnerKind[]) {
    this.#kinds = new Map(kinds.map((kind) => [kind.entity, kind]))
  }

  /** @throws Refused `not-found` for an unknown record, `permission-denied` */
  demand(session: Session, { entity, entityUid }: AttachmentOwner, access: 'read' | 'write'): string {
    const kind = this.#kinds.get(entity)
    if (!kind) throw new Refused('not-found', { what: entity })
    const permission = kind[access]
    if (!session.permissions.has(permission)) throw new Refused('permission-denied', { permission })
    const name = kind.nameOf(entityUid)
    if (name === null) throw new Refused('not-found', { what: entity })
    return name
  }
}
