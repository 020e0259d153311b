import type { Change, Database, Reading } from '../../platform/database.ts'

export interface Partnership {
  name: string
  jurisdiction: 'UK-EW' | 'IT' | 'NL'
  locale: 'en' | 'it' | 'nl'
  isDemonstration: boolean
  releaseWindowInDays: number
  chaseAfterDays: number
  expireAfterDays: number
  quietAfterDays: number
  nightLineName: string
  nightLinePhone: string
  version: number
}

const settings = [
  'name',
  'jurisdiction',
  'locale',
  'is_demonstration as isDemonstration',
  'release_window_in_days as releaseWindowInDays',
  'chase_after_days as chaseAfterDays',
  'expire_after_days as expireAfterDays',
  'quiet_after_days as quietAfterDays',
  'night_line_name as nightLineName',
  'night_line_phone as nightLinePhone',
  'version',
] as const

/** The partnership and its settings. There is exactly one once it has been set up. */
export function getPartnership({ db }: Reading): Promise<Partnership> {
  return db.selectFrom('partnership').select(settings).executeTakeFirstOrThrow() as Promise<Partnership>
}

/** The partnership, before anybody signed in; undefined until it has been set up. */
export async function findPartnership({ unknown }: Database): Promise<Partnership | undefined> {
  return (await unknown.selectFrom('partnership').select(settings).executeTakeFirst()) as Partnership | undefined
}

/** What coordinators set. */
export type PartnershipSettings = Omit<Partnership, 'isDemonstration' | 'version' | 'jurisdiction'>

/** @returns the partnership's id when it still was at that version. */
export async function updatePartnership(
  { db }: Change,
  version: number,
  set: PartnershipSettings,
): Promise<string | undefined> {
  const row = await db
    .updateTable('partnership')
    .set({
      name: set.name,
      locale: set.locale,
      release_window_in_days: set.releaseWindowInDays,
      chase_after_days: set.chaseAfterDays,
      expire_after_days: set.expireAfterDays,
      quiet_after_days: set.quietAfterDays,
      night_line_name: set.nightLineName,
      night_line_phone: set.nightLinePhone,
      version: version + 1,
    })
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The id of the partnership, under which its changes are recorded. */
export async function getPartnershipId({ db }: Reading): Promise<string> {
  return (await db.selectFrom('partnership').select('id').executeTakeFirstOrThrow()).id
}

export interface Pathway {
  code: string
  /** What the partnership calls it, where it has its own words. */
  labels: { en: string | null; it: string | null; nl: string | null }
}

/** The pathways in use, in their order. */
export async function listPathways(reading: Reading): Promise<Pathway[]> {
  return (await listAllPathways(reading)).filter(({ isActive }) => isActive)
}

export interface KeptPathway extends Pathway {
  position: number
  isActive: boolean
  version: number
}

/** Every pathway, in order; those that are not in use too. */
export async function listAllPathways({ db }: Reading): Promise<KeptPathway[]> {
  const rows = await db.selectFrom('pathway').selectAll().orderBy('position').orderBy('code').execute()
  return rows.map(({ code, label_en: en, label_it: it, label_nl: nl, position, is_active: isActive, version }) => ({
    code,
    labels: { en, it, nl },
    position,
    isActive,
    version,
  }))
}

/** @returns whether the pathway still was at that version. */
export async function updatePathway(
  { db }: Change,
  { code, labels, position, isActive, version }: KeptPathway,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pathway')
    .set({ label_en: labels.en, label_it: labels.it, label_nl: labels.nl, position, is_active: isActive })
    .set({ version: version + 1 })
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
