import { type CaseFrame, getCaseFrame } from '../cases/index.ts'
import { byFit, type Fit, fitOf, listServicesForPathway, type Service } from '../directory/index.ts'
import { getNeed, type Need, type Pathway } from '../needs/index.ts'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { readPlacingFacts } from './queries/placing.ts'
import { listReferralsOfNeed, type Referral } from './queries/referrals.ts'
import { isOpen } from './referral-states.ts'

export interface Choices {
  need: Need
  frame: CaseFrame
  /** What fits first, and what does not fit last; each with its reasons. */
  fits: Fit[]
  /** Whom was asked about this need, the latest first. */
  asked: Referral[]
}

/**
 * Every service that could be asked for a need, with why it fits this person or does not.
 *
 * @param neededByOn - the day that counts; the need's own where it is left out.
 * @throws Refusal `need.not-found`, `case.not-found`
 */
export async function readChoices(reading: Reading, needId: string, neededByOn?: Day | null): Promise<Choices> {
  const need = await getNeed(reading, needId)
  const frame = await getCaseFrame(reading, need.caseId)
  const services = await listServicesForPathway(reading, need.pathway)
  const asked = await listReferralsOfNeed(reading, needId)
  const fits = await judge(reading, frame, services, { neededByOn: neededByOn ?? need.neededByOn, asked })
  reading.look({
    action: 'consult',
    personIds: [need.personId],
    caseIds: [need.caseId],
    fieldGroups: ['identity', 'custody', 'needs', 'referrals'],
  })
  return { need, frame, fits: fits.sort(byFit), asked }
}

/** A kind of need of a case, or one that is open already, and the agency that is asked. */
export interface Asked {
  caseId: string
  pathway: Pathway
  needId: string | undefined
  agencyId: string
}

/** The services of one agency for a kind of need, with why each fits this person or does not. @throws Refusal `case.not-found` */
export async function listFitsOf(reading: Reading, { caseId, pathway, needId, agencyId }: Asked): Promise<Fit[]> {
  const frame = await getCaseFrame(reading, caseId)
  const services = await listServicesForPathway(reading, pathway)
  const asked = needId ? await listReferralsOfNeed(reading, needId) : []
  const own = services.filter((service) => service.agencyId === agencyId)
  return (await judge(reading, frame, own, { neededByOn: null, asked })).sort(byFit)
}

async function judge(
  reading: Reading,
  frame: CaseFrame,
  services: Service[],
  { neededByOn, asked }: { neededByOn: Day | null; asked: Referral[] },
): Promise<Fit[]> {
  const facts = await readPlacingFacts(reading, frame.caseId)
  const open = new Set(asked.filter(({ status }) => isOpen(status)).map(({ serviceId }) => serviceId))
  const person = { ...frame, ...facts, prisonName: frame.placeName }
  const wish = { neededByOn, today: dayAt(reading.now) }
  return services.map((service) => fitOf(service, person, { ...wish, isAskedAlready: open.has(service.id) }))
}
