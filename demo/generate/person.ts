import type { Calendar } from '../calendar.ts'
import { agencyTexts, serviceTexts } from '../content.ts'
import type { Partnership, Worker } from '../partnership.ts'
import type { Profile, Status } from '../profile.ts'
import { type Random, randomOf } from '../random.ts'
import { makeWhereabouts } from './custody.ts'
import { makeAppointments, makeSteps } from './diary.ts'
import { makeIdentity } from './identity.ts'
import { makeNeeds, makeStatuses } from './needs.ts'
import { type Author, calledName, makeNotes } from './notes.ts'

const seed = 20_260
const counts = { referrals: 3, notes: 10, attendances: 5 }
const serviceAgency = new Map(serviceTexts.map(({ key, agency }) => [key, agency]))
const kindOf = new Map(agencyTexts.map(({ code, kind }) => [code, kind]))

/** What a person of the cast is given by hand; the rest is made up as for anybody. Notes and appointments are added. */
export type Given = Partial<Omit<Profile, 'statuses' | 'stay'>> & {
  stay?: Partial<Profile['stay']>
  statuses?: Record<string, Status>
  sentences?: Record<string, string>
  /** A service that said no, and why. */
  declinedBy?: string
  declinedReason?: string[]
  /** Days since anybody wrote anything. */
  lastSeen?: number
}

/** Makes up the person with this index: the same for the same index and day, however many others there are. */
export function makePerson(index: number, calendar: Calendar, partnership: Partnership, given: Given = {}): Profile {
  const random = randomOf(seed, index)
  const { stay: givenStay, statuses, sentences, declinedBy, declinedReason, lastSeen, ...own } = given
  const sex = own.sex ?? (random.chance(0.07) ? 'FEMALE' : 'MALE')
  const made = { ...makeIdentity(random, index, sex, calendar), ...makeWhereabouts(random, sex, calendar) }
  const who = { ...made, ...own, stay: { ...made.stay, ...givenStay } }
  const { stay } = who
  const release = who.dates.find(({ replaced }) => replaced === null)?.day
  const workers = own.workers ?? workersFor(random, index, who, release, partnership)
  const keyWorker = workers.find(({ role }) => role === 'KEY_WORKER')?.worker ?? partnership.voiceOf(stay.prison).key

  const name = calledName(who)
  const about = { name, sex, release, received: stay.received, keyWorker, referralCount: counts.referrals }
  const needed = makeNeeds(random, statuses ?? makeStatuses(random), about)
  for (const [pathway, reason] of Object.entries(sentences ?? {})) needed.statuses[pathway]!.reason = reason
  const declined = needed.referrals.find((referral) => referral.declined !== undefined)
  if (declined && declinedBy) Object.assign(declined, { service: declinedBy, reason: declinedReason })

  const { needs, referrals } = { ...needed, ...own }
  const received = Math.max(stay.received, -400)
  const authors = authorsFor(workers, referrals, partnership)
  const quietFor = lastSeen ?? (random.chance(0.12) ? random.between(22, 45) : random.between(0, 6))
  const told = { name, language: who.interpreterLanguage ?? 'en', from: received, quietFor }
  const names = authors.map(({ worker }) => worker)
  return {
    ...who,
    ...needed,
    workers,
    steps: makeSteps(random, needed.needs, { by: names, name }, calendar),
    assessment: assessmentOf(random, stay),
    assessedOn: Math.min(-1, Math.max(received + 3, -330)),
    planOn: release !== undefined && release < 60 && random.chance(0.4) ? -random.between(1, 20) : null,
    ...own,
    needs,
    referrals,
    appointments: [...makeAppointments(random, counts.attendances, names, calendar), ...(own.appointments ?? [])],
    notes: [...makeNotes(random, counts.notes, authors, told, calendar), ...(own.notes ?? [])],
  }
}

function assessmentOf(random: Random, { left }: Profile['stay']): Profile['assessment'] {
  const roll = random.next()
  if (left !== null || roll < 0.78) return 'SUBMITTED'
  return roll < 0.9 ? 'DRAFT' : 'NONE'
}

/** A key worker inside for nearly all, a named person outside for those who leave soon or have left. */
function workersFor(
  random: Random,
  index: number,
  { stay, supervisedBy }: Pick<Profile, 'stay' | 'supervisedBy'>,
  release: number | undefined,
  partnership: Partnership,
): Profile['workers'] {
  const workers: Profile['workers'] = []
  const one = (all: Worker[]) => all[index % all.length]!.key
  if (stay.left === null && random.chance(0.94)) {
    workers.push({
      worker: one(partnership.workersOf(stay.prison, 'Key worker')),
      role: 'KEY_WORKER',
      since: stay.received + 2,
    })
  }
  if (stay.left === null && random.chance(0.5)) {
    const managers = partnership.workersOf(stay.prison, 'Prison offender manager')
    workers.push({ worker: one(managers), role: 'PRISON_OFFENDER_MANAGER', since: stay.received + 5 })
  }
  const isNear = stay.left !== null || (release ?? 999) < 120
  if (random.chance(stay.left !== null ? 0.95 : isNear ? 0.8 : 0.35)) {
    const managers = partnership.workersOf(supervisedBy, 'Community offender manager')
    const since = stay.left !== null ? stay.left - 30 : -random.between(2, 60)
    workers.push({ worker: one(managers), role: 'COMMUNITY_OFFENDER_MANAGER', since })
  }
  if (isNear && random.chance(0.2)) workers.push({ worker: 'joe', role: 'MENTOR', since: -random.between(3, 30) })
  return workers
}

function authorsFor(workers: Profile['workers'], referrals: Profile['referrals'], partnership: Partnership): Author[] {
  const named = workers.map(({ worker, role, since }) => ({ worker, since, kinds: kindsOf[role] ?? ['CONTACT'] }))
  const serving = referrals.flatMap(({ service, accepted }) => {
    const agency = serviceAgency.get(service)
    if (accepted === undefined || !agency) return []
    const kinds = kindOf.get(agency) === 'health' ? ['CONTACT', 'PHONE', 'DRUGS', 'HEALTH'] : ['CONTACT', 'PHONE']
    return [{ worker: partnership.voiceOf(agency).key, since: Math.ceil(accepted / 1_440), kinds }]
  })
  const all = [...named, ...serving.filter(({ since }) => since < 0)]
  return all.length > 0 ? all : [{ worker: 'helen', since: -10, kinds: ['OTHER', 'DECISION'] }]
}

const kindsOf: Record<string, string[]> = {
  KEY_WORKER: ['KEY_WORK', 'KEY_WORK', 'KEY_WORK', 'PHONE', 'FAMILY', 'DECISION', 'OTHER'],
  PRISON_OFFENDER_MANAGER: ['DECISION', 'CONTACT', 'PHONE'],
  COMMUNITY_OFFENDER_MANAGER: ['CONTACT', 'CONTACT', 'PHONE', 'DECISION'],
  MENTOR: ['CONTACT', 'PHONE'],
}
