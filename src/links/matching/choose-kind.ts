import { type Kind, readValue } from './values.ts'

const byName: [RegExp, Kind][] = [
  [/(^|_)(dob|birth|born|nascita|geboorte\w*|date|data|datum|day)(_|$)|birth|geboorte|nascita|_on$/, 'date'],
  [/given|first_?name|fore_?name|middle|christian|(^|_)(nome|nomi)(_|$)|voornaam|roepnaam/, 'given-name'],
  [/surname|family|last_?name|cognome|achternaam|maiden|(^|_)alias/, 'family-name'],
  [/post_?(al_?)?code|(^|_)(zip|cap)(_?code)?(_|$)/, 'postcode'],
  [/e_?mail/, 'email'],
  [/phone|mobile|(^|_)tel(_|$)|telefon|cellulare|telefoon/, 'phone'],
  [/(street|house|civic|huis)_?(number|no|nr|nummer)|numero_civico|huisnummer/, 'house-number'],
  [/(^|_)(sex|gender|state|ethnic\w*|nationality|sesso|geslacht|country|title|language)(_|$)/, 'category'],
  [/address|street|suburb|city|town|(^|_)place|indirizzo|comune|adres|straat|plaats|(^|_)via(_|$)/, 'text'],
  [
    /(^|_)(id|number|no|nr|nhs|pnc|cro|crn|bsn|ssn|nino|codice|nummer|noms|ref|reference)(_|$)|soc_sec|fiscale/,
    'identifier',
  ],
]

/**
 * What a field holds, from its name and from a sample of its values: the values win where the name promises what they
 * do not keep.
 */
export function chooseKind(name: string, sample: readonly string[]): Kind {
  const plain = name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
  const filled = sample.map((value) => value.trim()).filter((value) => value !== '')
  const named = byName.find(([pattern]) => pattern.test(plain))?.[1]
  if (named && keeps(named, filled)) return named
  return fromValues(filled)
}

/** Half of the values at least are of this kind, as far as one can tell. */
function keeps(kind: Kind, filled: string[]): boolean {
  if (kind === 'date') return shareOf(filled, isDay) > 0.5
  if (kind === 'given-name' || kind === 'family-name') return shareOf(filled, (value) => /^\D+$/.test(value)) > 0.5
  if (kind === 'house-number' || kind === 'phone') return shareOf(filled, (value) => /\d/.test(value)) > 0.5
  if (kind === 'email') return shareOf(filled, (value) => value.includes('@')) > 0.3
  if (kind === 'category') return isFew(filled)
  return true
}

function fromValues(filled: string[]): Kind {
  if (filled.length === 0) return 'text'
  if (shareOf(filled, (value) => isDay(value) && plausible(readValue('date', value))) > 0.8) return 'date'
  if (shareOf(filled, (value) => value.includes('@')) > 0.5) return 'email'
  if (shareOf(filled, (value) => /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(value)) > 0.5) return 'postcode'
  if (isFew(filled)) return 'category'
  const hasDigits = shareOf(filled, (value) => /\d/.test(value) && !/\p{L}{3,}/u.test(value)) > 0.7
  if (hasDigits)
    return shareOf(filled, (value) => value.replace(/\W/g, '').length >= 6) > 0.5 ? 'identifier' : 'house-number'
  return 'text'
}

const shareOf = (values: string[], is: (value: string) => boolean): number =>
  values.length === 0 ? 1 : values.filter(is).length / values.length
const isDay = (value: string) => readValue('date', value) !== '' || /^(19|18|20)\d{6}$/.test(value)
const plausible = (day: string) => /^(18|19|20)\d\d(0\d|1[0-2])[0-3]\d$/.test(day)
const isFew = (values: string[]) => new Set(values).size <= Math.max(12, Math.min(60, values.length / 20))
