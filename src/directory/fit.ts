import { addDays, ageOn, type Day } from '../platform/calendar-day.ts'
import type { Service } from './listed-service.ts'

/** What choosing a service needs to know of a person; undefined or null is "not known". */
export interface PersonToPlace {
  calledName: string
  bornOn: Day | null
  sex: string | null
  /** The prison where they are now. */
  prisonId: string | null
  prisonName: string | null
  releaseOn: Day | null
  isOnLicence: boolean | null
  /** An interpreter is needed in this language. */
  interpreterLanguage: string | null
  accessNeeds: readonly string[]
  /** Where they will be supervised or live. */
  area: string | null
}

export interface Wish {
  neededByOn: Day | null
  today: Day
  /** The referral for this need to this service is still open. */
  isAskedAlready: boolean
}

/** `yes` speaks for it, `partly` against it, `no` rules it out. `code` names the words, `values` what they say. */
export interface Reason {
  weight: 'yes' | 'partly' | 'no'
  code: ReasonCode
  values: Record<string, string | number | null>
}

export type ReasonCode =
  | 'takes' | 'sex' | 'too-young' | 'too-old' | 'licence' | 'in-prison' | 'other-prison' | 'not-in-prison' | 'in-area' | 'other-area'
  | 'language' | 'no-language' | 'access' | 'closed' | 'asked' | 'full' | 'wait' | 'lead' | 'leaves-before' | 'offers' // biome-ignore format: a list

export interface Fit {
  service: Service
  verdict: 'fits' | 'partly' | 'no'
  reasons: Reason[]
  /** The first day on which it could begin, by what the entry says. */
  earliestOn: Day
}

/** Whether a service fits a person, with every reason for and against (R069). A named human decides; nothing is hidden. */
export function fitOf(service: Service, person: PersonToPlace, wish: Wish): Fit {
  const earliestOn = addDays(wish.today, Math.max(waitOf(service), service.leadTimeInDays ?? 0))
  const reasons = [
    ...whom(service, person, wish.today),
    ...where(service, person),
    ...helps(service, person),
    ...when(service, person, wish, earliestOn),
    ...service.offers.map((text) => reason('yes', 'offers', { text })),
  ]
  const weights = reasons.map(({ weight }) => weight)
  const verdict = weights.includes('no') ? 'no' : weights.includes('partly') ? 'partly' : 'fits'
  return { service, verdict, reasons, earliestOn }
}

/** What fits first; among equals what answers most reliably, then what could begin soonest. */
export function byFit(a: Fit, b: Fit): number {
  return (
    rank(a) - rank(b) ||
    share(b) - share(a) ||
    a.earliestOn.localeCompare(b.earliestOn) ||
    a.service.name.localeCompare(b.service.name)
  )
}

const reason = (weight: Reason['weight'], code: ReasonCode, values: Reason['values'] = {}): Reason => ({
  weight,
  code,
  values,
})

function whom({ eligibility }: Service, { bornOn, sex, isOnLicence, calledName }: PersonToPlace, today: Day): Reason[] {
  const { sexes, minAge, maxAge, onLicence } = eligibility
  const age = bornOn ? ageOn(bornOn, today) : null
  const against: Reason[] = []
  if (sex && sexes.length > 0 && !sexes.includes(sex as 'MALE')) {
    against.push(reason('no', 'sex', { sexes: sexes.length === 1 ? sexes[0]! : 'SOME' }))
  }
  if (age !== null && minAge !== null && age < minAge) {
    against.push(reason('no', 'too-young', { min: minAge, name: calledName, age }))
  }
  if (age !== null && maxAge !== null && age > maxAge) {
    against.push(reason('no', 'too-old', { max: maxAge, name: calledName, age }))
  }
  if (isOnLicence && onLicence === false) against.push(reason('no', 'licence'))
  if (against.length > 0) return against

  const ages =
    minAge !== null && maxAge !== null ? 'BETWEEN' : minAge !== null ? 'FROM' : maxAge !== null ? 'UP_TO' : 'ANY'
  const taken = sexes.length === 1 ? sexes[0]! : 'ANY'
  return [reason('yes', 'takes', { sexes: taken, ages, min: minAge, max: maxAge, licence: onLicence ? 'YES' : 'ANY' })]
}

function where(service: Service, { prisonId, prisonName, area, calledName }: PersonToPlace): Reason[] {
  if (service.isInPrison) {
    if (!prisonId) return [reason('no', 'not-in-prison', { name: calledName })]
    if (service.prisons.length > 0 && !service.prisons.includes(prisonId)) return [reason('no', 'other-prison')]
    return [reason('yes', 'in-prison', { prison: prisonName })]
  }
  if (service.areas.length === 0 || !area) return []
  const serves = service.areas.some((each) => each.toLowerCase() === area.toLowerCase())
  if (serves) return [reason('yes', 'in-area', { area })]
  return [reason('partly', 'other-area', { areas: service.areas.join(', '), area, name: calledName })]
}

function helps({ eligibility }: Service, { interpreterLanguage, accessNeeds }: PersonToPlace): Reason[] {
  const reasons: Reason[] = []
  if (interpreterLanguage && eligibility.languages.length > 0) {
    const isSpoken = eligibility.languages.includes(interpreterLanguage)
    reasons.push(
      reason(isSpoken ? 'yes' : 'partly', isSpoken ? 'language' : 'no-language', { language: interpreterLanguage }),
    )
  }
  for (const need of accessNeeds) {
    if (eligibility.accessNeeds.includes(need as 'WHEELCHAIR')) reasons.push(reason('yes', 'access', { need }))
  }
  return reasons
}

function when(service: Service, person: PersonToPlace, wish: Wish, earliestOn: Day): Reason[] {
  if (wish.isAskedAlready) return [reason('no', 'asked')]
  const by = wish.neededByOn ?? person.releaseOn ?? wish.today
  if (service.closedUntilOn && service.closedUntilOn > by)
    return [reason('no', 'closed', { day: service.closedUntilOn })]
  if (service.isInPrison && person.releaseOn && earliestOn >= person.releaseOn) {
    return [reason('no', 'leaves-before', { name: person.calledName, day: earliestOn })]
  }
  if (service.placesFree === 0 && service.waitInDays === null) return [reason('partly', 'full')]

  const target = wish.neededByOn ?? person.releaseOn
  if (!target || earliestOn <= target) return []
  const isWait = waitOf(service) >= (service.leadTimeInDays ?? 0)
  return [
    isWait ? reason('partly', 'wait', { day: earliestOn }) : reason('partly', 'lead', { days: service.leadTimeInDays }),
  ]
}

/** Somebody who waits although a place is free is a mistake of the entry: the free place counts. */
const waitOf = ({ waitInDays, placesFree }: Service): number => (placesFree ? 0 : (waitInDays ?? 0))
const rank = ({ verdict, reasons }: Fit): number =>
  verdict === 'fits' ? 0 : reasons.filter(({ weight }) => weight === 'partly').length + (verdict === 'no' ? 100 : 0)
const share = ({ service: { reliability } }: Fit): number =>
  reliability.asked === 0 ? 0.5 : reliability.answered / reliability.asked
