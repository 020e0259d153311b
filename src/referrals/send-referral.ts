import { getPartnership } from '../agencies/index.ts'
import { getService } from '../directory/index.ts'
import { getNeed, isOpen as isNeedOpen } from '../needs/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { findOpenReferral, insertReferral, type ReferralToInsert } from './queries/referrals.ts'
import { newReference } from './reference.ts'
import { tellReceiver } from './tell.ts'

export interface NewReferral {
  needId: string
  serviceId: string
  /** Plain text, 1 to 2,000 characters: read by the receiver, and by the person. */
  why: string
  neededByOn: Day | null
  /** What it should lead to; the need's own words where nothing is said. */
  desiredOutcomes: string[]
}

const msInDay = 86_400_000

/**
 * Refers a person to a service for one of their needs, and lets the receiving agency see what it must decide on.
 *
 * @returns its id.
 * @throws Refusal `need.not-found`, `service.not-found`; `referral.need-closed`; `service.withdrawn`;
 *   `referral.already-open` when the same need has an open one to the same service.
 */
export async function sendReferral(change: Change, { needId, serviceId, ...referral }: NewReferral): Promise<string> {
  const need = await getNeed(change, needId)
  if (!isNeedOpen(need.status)) throw new Refusal('conflict', 'referral.need-closed')
  const service = await getService(change, serviceId)
  if (service.withdrawnAt) throw new Refusal('conflict', 'service.withdrawn')
  if (await findOpenReferral(change, needId, serviceId)) throw new Refusal('conflict', 'referral.already-open')

  const { expireAfterDays } = await getPartnership(change)
  const words = need.isRestricted ? '' : need.words // a restricted answer is not told by its need
  const id = newId()
  const reference = await insertUnderNewReference(change, {
    id,
    caseId: need.caseId,
    personId: need.personId,
    needId,
    serviceId,
    pathway: need.pathway,
    toAgencyId: service.agencyId,
    needWords: words,
    needRaisedAt: need.raisedAt,
    ...referral,
    desiredOutcomes: referral.desiredOutcomes.length > 0 ? referral.desiredOutcomes : [words].filter(Boolean),
    expiresAt: new Date(change.now.getTime() + expireAfterDays * msInDay),
  })
  change.record({
    name: 'referral.sent',
    subjectId: id,
    caseId: need.caseId,
    personId: need.personId,
    fieldGroup: 'referrals',
    details: { pathway: need.pathway, serviceId, needId, toAgencyId: service.agencyId, reference },
  })
  await tellReceiver(change, { id, toAgencyId: service.agencyId, providerEmail: service.providerEmail }, 'sent')
  return id
}

const mostTries = 5

/** Five billion references and a few million referrals: one that is taken is rare, five in a row a fault. */
async function insertUnderNewReference(change: Change, referral: Omit<ReferralToInsert, 'reference'>): Promise<string> {
  for (let tries = 0; tries < mostTries; tries++) {
    const reference = newReference()
    if (await insertReferral(change, { ...referral, reference })) return reference
  }
  throw new Error('No free reference was found.')
}
