import type { Day } from '../platform/calendar-day.ts'

/**
 * The kinds of date that a prison holds on leaving custody or on a sentence. They come from elsewhere and are never
 * calculated here. CONFIRMED is the day that the prison has settled on.
 */
export const releaseDateKinds = [
  'CONFIRMED',
  'APD',
  'HDCAD',
  'PRRD',
  'CRD',
  'ARD',
  'HDCED',
  'PED',
  'NPD',
  'ERSED',
  'ETD',
  'MTD',
  'LTD',
  'ROTL',
  'TARIFF',
  'LED',
  'SED',
  'SLED',
  'TUSED',
] as const
export type ReleaseDateKind = (typeof releaseDateKinds)[number]

export const isReleaseDateKind = (text: string): text is ReleaseDateKind =>
  (releaseDateKinds as readonly string[]).includes(text)

/** What the lists show: one of these, or that somebody is out, with the day on which they went. */
export type ShownDateKind = ReleaseDateKind | 'RELEASED'

/** What is known of a person's dates: at most one day of each kind. */
export type ReleaseDates = Partial<Record<ReleaseDateKind, Day>>
