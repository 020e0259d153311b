import type { Day } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import { type Locale, languageTags } from '../platform/words.ts'
import type { Fit, Reason } from './fit.ts'
import { isStale, type Service } from './listed-service.ts'
import { words } from './words.ts'

/** Room, reliability and the day it was checked, each with its name: the foot of a service's card. */
export function factsOf(locale: Locale, service: Service, today: Day): { term: string; value: string }[] {
  const say = words(locale)
  const free = freeOf(locale, service)
  return [
    ...(free ? [{ term: say('free.label', { unit: service.unit }), value: free }] : []),
    { term: say('answers.label'), value: answersOf(locale, service) },
    { term: say('checked.label'), value: checkedOf(locale, service, today) },
  ]
}

/** "1 of 12", or nothing where nobody said. */
export function freeOf(locale: Locale, { placesFree, capacity }: Service): string {
  if (placesFree === null) return ''
  return capacity === null ? String(placesFree) : words(locale)('free.of', { free: placesFree, capacity })
}

/** "18 of 20, in 1 day": of the last twelve months. */
export function answersOf(locale: Locale, { reliability }: Service): string {
  const say = words(locale)
  const { asked, answered, daysToAnswer } = reliability
  if (asked === 0) return say('answers.new')
  if (answered === 0 || daysToAnswer === null) return say('answers.none', { asked })
  return say('answers.value', { answered, asked, days: Math.max(1, daysToAnswer) })
}

export function checkedOf(locale: Locale, { verifiedOn }: Service, today: Day): string {
  const day = formatDay(locale, verifiedOn, 'full')
  return isStale(verifiedOn, today) ? words(locale)('checked.stale', { day }) : day
}

export interface ShownTag {
  text: string
  tone?: 'good' | 'warn'
}

/** The one thing to know at a glance: closed, a wait, a free place, or full. */
export function tagOf(locale: Locale, service: Service, today: Day): ShownTag | undefined {
  const say = words(locale)
  const { closedUntilOn, placesFree, waitInDays } = service
  if (closedUntilOn && closedUntilOn > today) {
    return { text: say('closed.tag', { day: formatDay(locale, closedUntilOn, 'brief') }), tone: 'warn' }
  }
  if (placesFree) return { text: say('free.tag', { free: placesFree }), tone: 'good' }
  if (waitInDays) return { text: say('wait.tag', { days: waitInDays }), tone: 'warn' }
  return placesFree === 0 ? { text: say('full.tag'), tone: 'warn' } : undefined
}

/** The same for one person: a service that begins too late for them says so, not how much room it has. */
export function fitTagOf(locale: Locale, { service, reasons, earliestOn }: Fit, today: Day): ShownTag | undefined {
  const isLate = reasons.some(({ code }) => code === 'lead')
  if (!isLate) return tagOf(locale, service, today)
  return { text: words(locale)('late.tag', { day: formatDay(locale, earliestOn, 'brief') }) }
}

/** A reason in words. */
export function reasonText(locale: Locale, { code, values }: Reason): string {
  const say = words(locale)
  const { day, language, need } = values
  return say(`fit.${code}`, {
    ...values,
    ...(typeof day === 'string' && { day: formatDay(locale, day, 'long') }),
    ...(typeof language === 'string' && { language: languageIn(locale, language) }),
    ...(code === 'access' && { need: say(`access.${need}` as 'access.SIGHT') }),
  })
}

/** Reasons as a list draws them: what speaks for it first. */
export function fitsOf(locale: Locale, { reasons }: Fit): { text: string; isMet: boolean; hiddenText: string }[] {
  const sorted = reasons.toSorted((a, b) => Number(a.weight !== 'yes') - Number(b.weight !== 'yes'))
  const hiddenText = words(locale)('fit.not')
  return sorted.map((reason) => ({ text: reasonText(locale, reason), isMet: reason.weight === 'yes', hiddenText }))
}

/** A language's name from its code; what is no code stays as it was typed. */
export function languageIn(locale: Locale, code: string): string {
  if (!/^[a-z]{2,3}$/i.test(code)) return code
  return new Intl.DisplayNames(languageTags[locale], { type: 'language' }).of(code) ?? code
}
