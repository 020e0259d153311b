import { getNeed, type Pathway, pathways, raiseNeed } from '../needs/index.ts'
import type { Change, Reading } from '../platform/database.ts'
import type { Problem } from '../platform/web/form.ts'
import { listFitsOf, sendReferral } from '../referrals/index.ts'
import type { Desk } from './queries/hubs.ts'
import type { Ticket } from './queries/tickets.ts'

/** What turns a hand-off into a referral. */
export interface Cause {
  /** '' where nothing is to be referred; an open need, or the pathway of one that is raised now. */
  need: string
  /** '' until the worker chose among several services. */
  serviceId: string
  /** Why they are referred, and the words of a need that is raised. */
  line: string
}

export interface ServiceToAsk {
  id: string
  name: string
}

/** The services of the desk's agency that would take this person, or why there is none to ask. */
export async function readServicesToAsk(
  reading: Reading,
  { caseId }: Ticket,
  to: Pick<Desk, 'agencyId'>,
  need: string,
): Promise<ServiceToAsk[] | Problem> {
  const { pathway, needId } = await readNeed(reading, need)
  const fits = await listFitsOf(reading, { caseId: caseId!, pathway, needId, agencyId: to.agencyId })
  const able = fits.filter(({ verdict }) => verdict !== 'no')
  if (able.length > 0) return able.map(({ service: { id, name } }) => ({ id, name }))
  const isAsked = fits.some(({ reasons }) => reasons.some(({ code }) => code === 'asked'))
  const message = isAsked ? 'hand-off.asked' : fits.length > 0 ? 'hand-off.no-fit' : 'hand-off.no-service'
  return { field: 'need', message }
}

/** What stands in the way of a referral to that desk; undefined where nothing does. */
export async function findReferralProblem(
  reading: Reading,
  ticket: Ticket,
  to: Desk,
  { need, serviceId, line }: Cause,
): Promise<Problem | undefined> {
  if (!ticket.caseId) return { field: 'need', message: 'hand-off.need-nobody' }
  if (!line) return { field: 'line', message: 'hand-off.line-missing' }
  const services = await readServicesToAsk(reading, ticket, to, need)
  if (!Array.isArray(services)) return services
  return chosenOf(services, serviceId) ? undefined : { field: 'serviceId', message: 'hand-off.which-service' }
}

/** Sends it; a need that is new is raised first. @returns its id. @throws Refusal as `sendReferral` and `raiseNeed` do */
export async function referOnTheSpot(change: Change, ticket: Ticket, to: Desk, cause: Cause): Promise<string> {
  const services = await readServicesToAsk(change, ticket, to, cause.need)
  const service = Array.isArray(services) && chosenOf(services, cause.serviceId)
  if (!service) throw new Error('A hand-off became a referral before its service was chosen.')
  const needId = isPathway(cause.need)
    ? await raiseNeed(change, ticket.caseId!, {
        pathway: cause.need,
        words: cause.line,
        responsible: { agencyId: to.agencyId, accountId: null, isForPerson: false },
      })
    : cause.need
  const why = { why: cause.line, neededByOn: null, desiredOutcomes: [] }
  return sendReferral(change, { needId, serviceId: service.id, ...why })
}

const isPathway = (need: string): need is Pathway => (pathways as readonly string[]).includes(need)

async function readNeed(reading: Reading, need: string): Promise<{ pathway: Pathway; needId: string | undefined }> {
  if (isPathway(need)) return { pathway: need, needId: undefined }
  const { pathway, id } = await getNeed(reading, need)
  return { pathway, needId: id }
}

const chosenOf = (services: ServiceToAsk[], serviceId: string): ServiceToAsk | undefined =>
  services.length === 1 ? services[0] : services.find(({ id }) => id === serviceId)
