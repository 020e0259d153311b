import { pathwayLabel } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

const labels = {
  name: 'form.name', providerName: 'form.provider', type: 'form.type', pathways: 'form.pathways', plainWords: 'form.plain-words',
  offers: 'form.offers', sexes: 'form.sexes', minAge: 'form.min-age', maxAge: 'form.max-age', onLicence: 'form.licence',
  languages: 'form.languages', accessNeeds: 'form.access', isInPrison: 'form.is-in-prison', prisons: 'form.prisons',
  place: 'form.place', areas: 'form.areas', unit: 'form.unit', capacity: 'form.capacity', placesFree: 'form.free',
  waitInDays: 'form.wait', leadTimeInDays: 'form.lead', closedUntilOn: 'form.closed', openingHours: 'form.hours',
  contact: 'form.contact', providerPhone: 'form.phone', providerEmail: 'form.email',
} as const // biome-ignore format: a list
type Part = keyof typeof labels

/** The parts in which two versions of an entry differ, each as it is shown. */
export function differences(
  locale: Locale,
  was: Typed,
  became: Typed,
): { part: string; was: string; became: string }[] {
  return (Object.keys(labels) as Part[])
    .map((part) => ({
      part: words(locale)(labels[part]),
      was: shown(locale, part, was),
      became: shown(locale, part, became),
    }))
    .filter((each) => each.was !== each.became)
}

function shown(locale: Locale, part: Part, typed: Typed): string {
  const say = words(locale)
  const text = typedText({ typed }, part).trim()
  const list = typedList({ typed }, part)
  if (part === 'pathways') return list.map((code) => pathwayLabel(locale, code)).join(', ')
  if (part === 'sexes') return list.map((code) => say(`sex.${code}` as 'sex.MALE')).join(', ')
  if (part === 'accessNeeds') return list.map((code) => say(`access.${code}` as 'access.SIGHT')).join(', ')
  if (part === 'prisons') return list.toSorted().join(', ')
  if (part === 'type' && text) return say(`type.${text}` as 'type.MENTORING')
  if (part === 'unit' && text) return say(`unit.${text}` as 'unit.BEDS')
  if (part === 'isInPrison') return text === 'yes' ? say('form.in-prison') : say('form.outside')
  if (part === 'onLicence') return text === 'yes' ? say('page.yes') : text === 'no' ? say('page.no') : ''
  if (part === 'closedUntilOn') {
    const day = readDay({ typed }, part)
    return day ? formatDay(locale, day, 'full') : ''
  }
  return text.split(/\r?\n/).filter(Boolean).join(', ')
}
