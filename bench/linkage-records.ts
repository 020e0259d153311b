// Records as several agencies would hold them: nobody in them exists. One person has one to five; names are misspelt, swapped,
// shortened or another altogether, days and months stand the wrong way round, one in twenty has no fixed address, many
// share a hostel, and there are families under one roof and twins.

/** Lines of CSV with their header; always the same for a size and seed. */
export function* agencyRecords(size: number, seed = 1): Generator<string> {
  const draw = drawer(seed)
  yield 'record,person,given_name,family_name,date_of_birth,sex,address,postcode,prison_number'
  let record = 0
  let person = 0
  while (record < size) {
    for (const one of household(draw)) {
      person += 1
      const copies = Math.min(size - record, 1 + Math.floor(-Math.log(1 - draw()) * 0.9))
      for (let copy = 0; copy < Math.min(5, copies); copy += 1) {
        record += 1
        yield [record, person, ...asWritten(one, copy, draw)].join(',')
      }
    }
  }
}

interface Somebody {
  given: string
  family: string
  born: string
  sex: string
  address: string
  postcode: string
  number: string
}

type Draw = () => number

/** One person, or in one of twenty a family: brothers and sisters, and sometimes twins. */
function household(draw: Draw): Somebody[] {
  const first = somebody(draw)
  if (draw() > 0.05) return [first]
  const { family, address, postcode, born } = first
  const isTwin = draw() < 0.3
  return [first, { ...somebody(draw), family, address, postcode, ...(isTwin && { born }) }]
}

function somebody(draw: Draw): Somebody {
  const address = draw()
  const lives = address < 0.05 ? { address: 'NFA', postcode: '' } : address < 0.1 ? hostel(draw) : home(draw)
  return {
    given: name(1 + skewed(draw, 3_000)),
    family: name(10_000 + skewed(draw, 30_000)),
    born: day(1945 + Math.floor(draw() * 62), 1 + Math.floor(draw() * 12), 1 + Math.floor(draw() * 28)),
    sex: draw() < 0.85 ? 'M' : 'F',
    number: `A${digits(draw, 4)}${letters(draw, 2)}`,
    ...lives,
  }
}

const home = (draw: Draw) => ({
  address: `${1 + Math.floor(draw() * 150)} ${name(50_000 + Math.floor(draw() * 4_000))} ${draw() < 0.5 ? 'road' : 'street'}`,
  postcode: `L${1 + Math.floor(draw() * 40)} ${digits(draw, 1)}${letters(draw, 2)}`,
})

function hostel(draw: Draw) {
  const which = Math.floor(draw() * 40)
  return { address: `${name(90_000 + which)} house hostel`, postcode: `L${1 + which} 1HH` }
}

/** A record of somebody with what goes wrong when another desk writes it down. */
function asWritten(one: Somebody, copy: number, draw: Draw): string[] {
  const written = { ...one }
  if (copy > 0) {
    if (draw() < 0.15) written.given = mistyped(written.given, draw)
    if (draw() < 0.15) written.family = mistyped(written.family, draw)
    if (draw() < 0.05) written.given = written.given.slice(0, 1)
    if (draw() < 0.04) written.family = name(10_000 + skewed(draw, 30_000)) // an alias, a name after marriage
    if (draw() < 0.04) [written.given, written.family] = [written.family, written.given]
    if (draw() < 0.1) written.born = swappedDay(written.born)
    else if (draw() < 0.05) written.born = mistyped(written.born, draw)
    if (draw() < 0.3) Object.assign(written, draw() < 0.2 ? { address: 'no fixed abode', postcode: '' } : home(draw))
    if (draw() < 0.1) written.postcode = mistyped(written.postcode, draw)
  }
  if (draw() < 0.5) written.number = ''
  if (draw() < 0.03) written.born = ''
  const { given, family, born, sex, address, postcode, number } = written
  return [given, family, born, sex, address, postcode, number]
}

const syllables =
  'ba be bo da de do fa fi ga ha he jo ka ke la le li lo ma me mi na ne ni no pa ra re ri ro sa se so ta te to va vi wa wi'.split(
    ' ',
  )
const endings = ['n', 'son', 'th', 'r', 's', 'l', 'ck', 'd', 'm', 'y']

/** A name for each number, alike for numbers that are near. */
function name(number: number): string {
  let text = ''
  for (let rest = number * 7_919 + 13; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length]
  return text + endings[number % endings.length]
}

/** 0 to `most`, low ones far more often: a few names are everywhere and most are rare. */
const skewed = (draw: Draw, most: number) => Math.floor(most ** draw()) - 1

function mistyped(text: string, draw: Draw): string {
  if (text.length < 3) return text
  const at = 1 + Math.floor(draw() * (text.length - 2))
  const kind = draw()
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1)
  if (kind < 0.6) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  return (
    text.slice(0, at) + (/\d/.test(text[at]!) ? digits(draw, 1) : letters(draw, 1).toLowerCase()) + text.slice(at + 1)
  )
}

const two = (number: number) => String(number).padStart(2, '0')
const day = (year: number, month: number, dayOfMonth: number) => `${year}-${two(month)}-${two(dayOfMonth)}`
const swappedDay = (born: string) => born.replace(/-(\d\d)-(\d\d)$/, '-$2-$1')
const digits = (draw: Draw, count: number) => Array.from({ length: count }, () => Math.floor(draw() * 10)).join('')
const letters = (draw: Draw, count: number) =>
  Array.from({ length: count }, () => String.fromCharCode(65 + Math.floor(draw() * 26))).join('')

function drawer(seed: number): Draw {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
