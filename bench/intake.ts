import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameTexts } from '../demo/content.ts'
import { randomOf } from '../demo/random.ts'
import { pncWithLetter } from '../src/people/index.ts'
import { addDays, type Day } from '../src/platform/calendar-day.ts'

/** Somebody on a prison's list. */
export interface Intake {
  id: string
  caseId: string
  givenName: string
  familyName: string
  bornOn: string
  wing: string
  cell: string
  releaseOn: string
  number: string
  pnc: string
}

const peopleOnList = 10_000

/** Writes one list of 10,000 new people twice: as a prison sends it, and as rows for bare inserts. */
export function writeIntake(folder: string, round: number, today: Day): { file: string; peopleFile: string } {
  const people = Array.from({ length: peopleOnList }, (_, at) => onePerson(round * peopleOnList + at, today))
  const header = 'Prison number,First name,Last name,Date of birth,Sex,PNC,Wing,Cell,Conditional release date'
  const lines = people.map((one) => {
    const { number, givenName, familyName, bornOn, pnc, wing, cell, releaseOn } = one
    return [number, givenName, familyName, bornOn, 'Male', pnc, wing, cell, releaseOn].join(',')
  })
  const file = join(folder, `list-${round}.csv`)
  const peopleFile = join(folder, `list-${round}.json`)
  writeFileSync(file, [header, ...lines].join('\n'))
  writeFileSync(peopleFile, JSON.stringify(people))
  return { file, peopleFile }
}

const letters = 'ABCDEFGHJK'

function onePerson(serial: number, today: Day): Intake {
  const random = randomOf(97, serial)
  const names = random.pick(nameTexts)
  const digits = String(serial).padStart(6, '0')
  const tail = `${letters[Number(digits[2])]}${letters[Number(digits[3])]}`
  return {
    id: randomUUID(),
    caseId: randomUUID(),
    givenName: random.pick(names.male),
    familyName: random.pick(names.family),
    bornOn: `${1950 + (serial % 55)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    wing: random.pick(['A', 'B', 'C']),
    cell: `${random.between(1, 3)}-${two(random.between(1, 38))}`,
    releaseOn: addDays(today, random.between(3, 700)),
    number: `${'WXYZ'[Number(digits.slice(0, 2))]}98${digits.slice(4)}${tail}`,
    pnc: pncWithLetter('2011', String(9_600_000 + serial)),
  }
}

const two = (number: number) => String(number).padStart(2, '0')
