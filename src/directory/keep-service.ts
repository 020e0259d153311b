import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Service, ServiceFields } from './listed-service.ts'
import { insertRevision, insertService, type RevisionBody, updateService } from './queries/keep.ts'
import { getService } from './queries/services.ts'

/**
 * Adds a service to the directory; who adds it has checked it.
 *
 * @param agencyId - whose it is; null for a provider without an account, which only a coordinator may add.
 * @returns its id.
 */
export async function addService(change: Change, agencyId: string | null, fields: ServiceFields): Promise<string> {
  const id = newId()
  await insertService(change, { id, agencyId, verifiedOn: dayAt(change.now), fields })
  await insertRevision(change, { serviceId: id, version: 1, body: { kind: 'ADDED', fields } })
  record(change, id, 'service.added')
  return id
}

/**
 * Changes what an entry says; what it said is kept. Whoever changes it has checked it.
 *
 * @throws Refusal `service.not-found`; `service.not-theirs` when it is another agency's; `service.changed-meanwhile` when
 *   another keeper saved first.
 */
export async function changeService(change: Change, id: string, version: number, fields: ServiceFields): Promise<void> {
  await keep(change, id, version, 'CHANGED', { fields, verifiedOn: dayAt(change.now) })
}

/** Says that an entry is still right today. @throws Refusal as changeService does */
export async function verifyService(change: Change, id: string, version: number): Promise<void> {
  await keep(change, id, version, 'VERIFIED', { verifiedOn: dayAt(change.now) })
}

/** Takes an entry out of the lists; referrals that were made stay. @throws Refusal as changeService does */
export async function withdrawService(change: Change, id: string, version: number): Promise<void> {
  await keep(change, id, version, 'WITHDRAWN', { withdrawnAt: change.now })
}

/** Puts an entry back. @throws Refusal as changeService does */
export async function restoreService(change: Change, id: string, version: number): Promise<void> {
  await keep(change, id, version, 'RESTORED', { withdrawnAt: null, verifiedOn: dayAt(change.now) })
}

type What = Parameters<typeof updateService>[3]

async function keep(change: Change, id: string, version: number, kind: RevisionBody['kind'], to: What): Promise<void> {
  const service = await getService(change, id)
  if (!mayKeep(change.actor, service)) throw new Refusal('not allowed', 'service.not-theirs')
  const isKept = await updateService(change, id, version, to)
  if (!isKept) throw new Refusal('conflict', 'service.changed-meanwhile', { serviceId: id })

  const fields = to.fields ?? fieldsOf(service)
  await insertRevision(change, { serviceId: id, version: version + 1, body: { kind, fields } })
  record(change, id, `service.${kind.toLowerCase()}`)
}

/** A provider's managers keep its own entries, a coordinator all. */
export function mayKeep(actor: Keeper, { agencyId }: Pick<Service, 'agencyId'>): boolean {
  if (!actor.may.has('keep the directory')) return false
  return actor.roles.includes('COORDINATOR') || agencyId === actor.agencyId
}

type Keeper = { agencyId: string; roles: readonly string[]; may: ReadonlySet<string> }

/** The parts of an entry that are kept at every change. */
export function fieldsOf(service: Service): ServiceFields {
  const { id: _, agencyId: _a, verifiedOn: _v, withdrawnAt: _w, version: _n, reliability: _r, ...fields } = service
  return fields
}

function record(change: Change, subjectId: string, name: string): void {
  change.record({ name, subjectId, fieldGroup: 'administration' })
}
