import { croWithLetter, pncWithLetter } from '../../src/people/index.ts'
import type { Calendar } from '../calendar.ts'
import { nameTexts, noteTexts } from '../content.ts'
import type { Profile } from '../profile.ts'
import type { Random } from '../random.ts'
import { croSerialFrom, nhsNumber, pncSerialFrom, prisonNumber, probationNumber } from './numbers.ts'

type Identity = Pick<
  Profile,
  | 'givenName'
  | 'middleNames'
  | 'familyName'
  | 'chosenName'
  | 'bornOn'
  | 'sex'
  | 'nationality'
  | 'languages'
  | 'interpreterLanguage'
  | 'accessNeeds'
  | 'goodToKnow'
  | 'phone'
  | 'aliases'
  | 'numbers'
  | 'addresses'
>

const streets = ['Mill Lane', 'Dock Street', 'Bell Street', 'Chapel Street', 'Station Road', 'Church Road', 'Kingsway']
const nicknames: Record<string, string> = {
  Christopher: 'Chris',
  Daniel: 'Danny',
  Joseph: 'Joe',
  Michael: 'Mick',
  Patrick: 'Paddy',
  Robert: 'Rob',
  Stephen: 'Steve',
  Krzysztof: 'Kris',
  Alexandru: 'Alex',
  Giuseppe: 'Beppe',
  Abdirahman: 'Abdi',
}

/** Who somebody is: names of many origins, numbers that cannot be anybody's, an address or none. */
export function makeIdentity(random: Random, index: number, sex: Profile['sex'], calendar: Calendar): Identity {
  const names = random.pickWeighted(nameTexts, ({ weight }) => weight)
  const given = sex === 'FEMALE' ? names.female : names.male
  const givenName = random.pick(given)
  const familyName = random.pick(names.family)
  const bornYear = Number(calendar.today.slice(0, 4)) - random.between(18, 64)
  const bornOn = `${bornYear}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  const needsInterpreter = names.interpreter !== undefined && random.chance(0.55)
  return {
    givenName,
    middleNames: random.chance(0.3) ? random.pick(given) : '',
    familyName,
    chosenName: nicknames[givenName] ?? '',
    bornOn,
    sex,
    nationality: names.nationality,
    languages: needsInterpreter ? [names.interpreter!] : names.languages,
    interpreterLanguage: needsInterpreter ? names.interpreter! : null,
    accessNeeds: accessNeedsOf(random),
    goodToKnow: random.chance(0.2) ? random.pick(noteTexts.goodToKnow) : '',
    phone: random.chance(0.4) ? `07700 900 ${String(random.between(400, 999))}` : '',
    aliases: random.chance(0.08) ? [{ givenName, familyName: random.pick(names.family), bornOn: null }] : [],
    numbers: numbersOf(random, index, bornYear, calendar),
    addresses: addressesOf(random),
  }
}

function accessNeedsOf(random: Random): string[] {
  const all = ['READS_WITH_HELP', 'NO_PHONE', 'WHEELCHAIR', 'HEARING', 'SIGHT']
  if (random.chance(0.6)) return []
  return [
    ...new Set([
      random.pickWeighted(all, (need) => (need.includes('_') ? 8 : 1)),
      ...(random.chance(0.2) ? ['NO_PHONE'] : []),
    ]),
  ]
}

function numbersOf(random: Random, index: number, bornYear: number, calendar: Calendar): Profile['numbers'] {
  const firstRecord = Math.min(bornYear + random.between(16, 30), Number(calendar.today.slice(0, 4)) - 1)
  const numbers = [{ type: 'PRISON_NUMBER', value: prisonNumber(index) }]
  if (random.chance(0.85)) numbers.push({ type: 'CRN', value: probationNumber(index) })
  if (random.chance(0.9)) numbers.push({ type: 'PNC', value: pncWithLetter(String(firstRecord), pncSerialFrom(index)) })
  if (random.chance(0.7)) {
    numbers.push({ type: 'CRO', value: croWithLetter(croSerialFrom(index), String(firstRecord).slice(2)) })
  }
  if (random.chance(0.5)) numbers.push({ type: 'NHS', value: nhsNumber(index) })
  return numbers
}

function addressesOf(random: Random): Profile['addresses'] {
  const lines = `${random.between(1, 190)} ${random.pick(streets)}, ${random.chance(0.7) ? 'Wexley' : 'Carrow'}`
  const postcode = `WX${random.between(1, 9)} ${random.between(1, 9)}${random.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))}Q` // no area WX
  const none = { lines: '', postcode: '', hasNone: true, isHidden: false }
  const place = { lines, postcode, hasNone: false, isHidden: random.chance(0.04) }
  const before = random.chance(0.12) ? none : place
  const firstNight = random.pickWeighted([place, none, undefined], (it) => (it === place ? 5 : it ? 2 : 3))
  const addresses: Profile['addresses'] = [{ kind: 'BEFORE_CUSTODY', ...before }]
  if (firstNight) addresses.push({ kind: 'FIRST_NIGHT', ...firstNight })
  return addresses
}

const two = (number: number) => String(number).padStart(2, '0')
