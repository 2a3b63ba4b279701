import { z } from 'zod'
import { id, instant } from './base'

const text = (max: number) => z.string().trim().max(max).default('')

/** `HH:MM`, 24 hours. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const siteKinds = ['pickup', 'warehouse', 'office', 'store', 'returns', 'other'] as const
export const siteKind = z.enum(siteKinds)
export type SiteKind = z.infer<typeof siteKind>

/** A pick-up window (时间窗口): on these weekdays (1 Monday … 7 Sunday) the courier may come from … to. */
export const pickupWindow = z.object({
  weekdays: z.array(z.int().min(1).max(7)),
  from: clockTime,
  to: clockTime,
  /** 最晚下单: orders until then are still picked up in this window; null: not agreed. */
  lastOrder: clockTime.nullable().default(null),
})
export type PickupWindow = z.infer<typeof pickupWindow>

export const siteInput = z.object({
  name: z.string().trim().min(1).max(40),
  kind: siteKind.default('pickup'),
  province: text(20),
  city: text(20),
  district: text(20),
  address: text(120),
  windows: z.array(pickupWindow).max(20).default([]),
  /** One of the customer's contacts; null: `contact` says who, if anybody. */
  contactId: id.nullable().default(null),
  contact: text(60),
  note: text(200),
})
export type SiteInput = z.infer<typeof siteInput>

export const siteRow = siteInput.extend({
  id,
  uid: z.string(),
  accountId: id,
  version: z.int(),
  /** The linked contact's name as it is now, else the text. */
  contactName: z.string(),
  updatedAt: instant,
})
export type SiteRow = z.infer<typeof siteRow>
