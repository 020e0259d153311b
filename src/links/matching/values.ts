/** What a field holds, which decides how two of its values are compared. */
export const kinds = [
  'given-name',
  'family-name',
  'date',
  'postcode',
  'identifier',
  'phone',
  'email',
  'house-number',
  'category',
  'text',
] as const
export type Kind = (typeof kinds)[number]

/** Words that say that there is no value: an address of "no fixed abode" must not join all who have none. */
const saysNothing =
  /^(n\/?a|null|none|nil|nan|unk|unknown|not known|not given|not stated|not recorded|tbc|tba|xx+|0+|9{5,}|nfa|no fixed (abode|address)|of no fixed (abode|address)|homeless|rough sleep(er|ing)|no address|senza( fissa)? dimora|s\.?f\.?d\.?|sconosciut[oa]|ignot[oa]|nessun[oa]?|onbekend|geen|dakloos|zonder vaste woon(-| )(of|en) verblijfplaats|geen vaste woon(-| )(of|en) verblijfplaats|zvwovp|[-.?/ ]+)$/

/** A value in the one form in which it is compared; '' where it says nothing, which counts neither for nor against. */
export function readValue(kind: Kind, written: string): string {
  const plain = unaccented(written.trim().toLowerCase()).replace(/\s+/g, ' ')
  if (plain === '' || saysNothing.test(plain)) return ''
  switch (kind) {
    case 'given-name':
    case 'family-name':
      return plain
        .replace(/['’`.]/g, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    case 'date':
      return readDay(plain)
    case 'postcode':
    case 'identifier':
      return plain.replace(/[^\p{L}\p{N}]/gu, '')
    case 'phone':
      return plain.replace(/\D/g, '').slice(-9) // with or without the country before it
    case 'text':
      return plain
        .replace(/['’`.]/g, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    default:
      return plain
  }
}

const unaccented = (text: string) =>
  /^[ -~]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/ø/g, 'o')

const standIn = /^(1900|1901|1800|2999|9999|0001)(0101|1231)$/ // what systems write when nobody knew

/** A day as YYYYMMDD: from ISO, YYYYMMDD, DD/MM/YYYY with any mark between, or with a time behind. '' where it is none. */
function readDay(plain: string): string {
  const day = joinedDay(plain)
  return standIn.test(day) ? '' : day
}

function joinedDay(plain: string): string {
  const yearFirst = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})(?:[t ].*)?$/.exec(plain)
  if (yearFirst) return `${yearFirst[1]}${yearFirst[2]}${yearFirst[3]}`
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?$/.exec(plain)
  if (dayFirst) return `${dayFirst[3]}${dayFirst[2]!.padStart(2, '0')}${dayFirst[1]!.padStart(2, '0')}`
  return /^\d{7,8}$/.test(plain) ? plain : '' // a digit lost still says much
}
