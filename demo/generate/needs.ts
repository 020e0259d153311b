import { moment } from '../calendar.ts'
import { needTexts, pathwayCodes, serviceTexts } from '../content.ts'
import type { Need, Profile, Status } from '../profile.ts'
import type { Random } from '../random.ts'
import { makeReferral, type ReferralState } from './referrals.ts'

export interface About {
  name: string
  sex: Profile['sex']
  /** Days from today; undefined when no date is known. */
  release: number | undefined
  received: number
  keyWorker: string
  referralCount: number
}

const shareOf: [Status, number][] = [
  ['SUPPORT_REQUIRED', 24],
  ['IN_PROGRESS', 30],
  ['DONE', 15],
  ['SUPPORT_NOT_REQUIRED', 16],
  ['SUPPORT_DECLINED', 5],
  ['NOT_STARTED', 10],
]
const withNeed: readonly Status[] = ['SUPPORT_REQUIRED', 'IN_PROGRESS', 'DONE', 'SUPPORT_DECLINED']
const leastNeeds = 3

/** Seven statuses, of which at least three tell of a need. */
export function makeStatuses(random: Random): Record<string, Status> {
  const roll = () => random.pickWeighted(shareOf, ([, share]) => share)[0]
  const statuses = Object.fromEntries(pathwayCodes.map((pathway) => [pathway, roll()]))
  const without = pathwayCodes.filter((pathway) => !withNeed.includes(statuses[pathway]!))
  const missing = leastNeeds - (pathwayCodes.length - without.length)
  for (const pathway of random.some(without, missing)) statuses[pathway] = random.pick(withNeed)
  return statuses
}

type Needed = Pick<Profile, 'statuses' | 'needs' | 'referrals'>

/** Needs, and the referrals that stem from them, such that the statuses of the pathways are what they say. */
export function makeNeeds(random: Random, statuses: Record<string, Status>, about: About): Needed {
  const made: Needed = { statuses: {}, needs: [], referrals: [] }
  const asked = new Set<string>()
  for (const [pathway, status] of Object.entries(statuses)) {
    const text = needTexts[pathway]!
    if (!withNeed.includes(status)) {
      made.statuses[pathway] = { status, reason: status === 'NOT_STARTED' ? '' : random.pick(text.calm) }
      continue
    }
    const chosen = random.pick(text.needs)
    made.statuses[pathway] = { status, reason: chosen.sentence }
    const need = needOf(random, pathway, chosen.words, status, about)
    made.needs.push(need)
    for (const state of statesFor(random, status)) {
      if (made.referrals.length >= about.referralCount) break
      const service = random.pick(suitable(chosen.services, about.sex))
      if (asked.has(`${pathway} ${service}`)) continue
      asked.add(`${pathway} ${service}`)
      made.referrals.push(makeReferral(random, state, { need: made.needs.length - 1, service, about }))
    }
  }
  return fillUp(random, made, about, asked)
}

function needOf(random: Random, pathway: string, words: string, status: Status, about: About): Need {
  const raised = moment(Math.max(about.received + random.between(2, 20), -160), random.between(540, 1_000))
  return {
    pathway,
    words,
    neededBy: about.release === undefined ? null : about.release,
    status: needStatus[status]!,
    reason: status === 'SUPPORT_DECLINED' ? 'Does not want this now. Ask again before release.' : '',
    raised: Math.min(raised, moment(-1, 600)),
    raisedBy: about.keyWorker,
    isForPerson: random.chance(0.06),
  }
}

const needStatus: Partial<Record<Status, Need['status']>> = {
  SUPPORT_REQUIRED: 'NOT_STARTED',
  IN_PROGRESS: 'IN_PROGRESS',
  DONE: 'MET',
  SUPPORT_DECLINED: 'DECLINED',
}

function statesFor(random: Random, status: Status): ReferralState[] {
  const unanswered: ReferralState[] = ['SENT', 'RECEIVED', 'DECLINED', 'EXPIRED', 'DECLINED']
  if (status === 'SUPPORT_REQUIRED') return [random.pick(unanswered), 'DECLINED']
  if (status === 'IN_PROGRESS') return [random.pick<ReferralState>(['ACCEPTED', 'STARTED', 'STARTED', 'RECEIVED'])]
  if (status === 'DONE') return [random.pick<ReferralState>(['COMPLETED', 'COMPLETED', 'ENDED_EARLY'])]
  return ['WITHDRAWN']
}

/** Brings the number of referrals up, by those that were asked first and could not help. */
function fillUp(random: Random, made: Needed, about: About, asked: Set<string>): Needed {
  for (const [index, need] of made.needs.entries()) {
    const services = needTexts[need.pathway]!.needs.flatMap((text) => text.services)
    for (const service of suitable(services, about.sex)) {
      if (made.referrals.length >= about.referralCount) return made
      if (asked.has(`${need.pathway} ${service}`)) continue
      asked.add(`${need.pathway} ${service}`)
      const state = random.pick<ReferralState>(['DECLINED', 'EXPIRED', 'WITHDRAWN'])
      made.referrals.push(makeReferral(random, state, { need: index, service, about }))
    }
  }
  return made
}

const sexesOf = new Map(serviceTexts.map(({ key, eligibility }) => [key, eligibility.sexes]))

function suitable(services: string[], sex: Profile['sex']): string[] {
  const fits = services.filter((service) => sexesOf.get(service)?.includes(sex) ?? true)
  return fits.length > 0 ? fits : services
}
