import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { ServiceFields } from '../listed-service.ts'

const columnsOf = (fields: ServiceFields) => ({
  provider_name: fields.providerName,
  provider_email: fields.providerEmail,
  provider_phone: fields.providerPhone,
  name: fields.name,
  plain_words: fields.plainWords,
  type: fields.type,
  pathways: fields.pathways,
  place: fields.place,
  is_in_prison: fields.isInPrison,
  prisons: fields.prisons,
  areas: fields.areas,
  eligibility: JSON.stringify(fields.eligibility),
  offers: fields.offers,
  unit: fields.unit,
  capacity: fields.capacity,
  places_free: fields.placesFree,
  wait_in_days: fields.waitInDays,
  lead_time_in_days: fields.leadTimeInDays,
  opening_hours: fields.openingHours,
  contact: fields.contact,
  closed_until_on: fields.closedUntilOn,
})

export async function insertService(
  { db, now }: Change,
  { id, agencyId, verifiedOn, fields }: { id: string; agencyId: string | null; verifiedOn: Day; fields: ServiceFields },
): Promise<void> {
  await db
    .insertInto('service')
    .values({ id, agency_id: agencyId, verified_on: verifiedOn, made_at: now, ...columnsOf(fields) })
    .execute()
}

/** @returns whether it still had the version that was seen, and the actor may keep it. */
export async function updateService(
  { db }: Change,
  id: string,
  version: number,
  to: { fields?: ServiceFields; verifiedOn?: Day; withdrawnAt?: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('service')
    .set({
      ...(to.fields && columnsOf(to.fields)),
      ...(to.verifiedOn && { verified_on: to.verifiedOn }),
      ...(to.withdrawnAt !== undefined && { withdrawn_at: to.withdrawnAt }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What an entry said from this version on: the body is what was changed to, `kind` what was done. */
export async function insertRevision(
  { db, actor, now }: Change,
  { serviceId, version, body }: { serviceId: string; version: number; body: RevisionBody },
): Promise<void> {
  const row = { service_id: serviceId, version, body: JSON.stringify(body), made_by: actor.userId, made_at: now }
  await db.insertInto('service_revision').values(row).execute()
}

export interface RevisionBody {
  kind: 'ADDED' | 'CHANGED' | 'VERIFIED' | 'WITHDRAWN' | 'RESTORED'
  fields: ServiceFields
}

export interface Revision extends RevisionBody {
  version: number
  madeAt: Date
  madeByName: string
  madeByAgencyName: string
}

/** What an entry said before, the latest first. At most 100. */
export async function listRevisions({ db }: Reading, serviceId: string): Promise<Revision[]> {
  const { rows } = await sql<Omit<Revision, 'kind' | 'fields'> & { body: RevisionBody }>`
    select r.version, r.body, r.made_at as "madeAt", coalesce(a.name, '') as "madeByName", coalesce(y.name, '') as "madeByAgencyName"
    from service_revision r left join account a on a.id = r.made_by left join agency y on y.id = a.agency_id
    where r.service_id = ${serviceId} order by r.version desc limit 100`.execute(db)
  return rows.map(({ body, ...row }) => ({ ...row, ...body }))
}
