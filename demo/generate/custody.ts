import { type Calendar, moment } from '../calendar.ts'
import type { KnownDate, Profile, Stay } from '../profile.ts'
import type { Random } from '../random.ts'

export type Whereabouts = Pick<Profile, 'stay' | 'dates' | 'supervisedBy'>

const prisonSystemRuns = 6 * 60 + 10 // minutes past midnight

/** Where somebody is and when they leave: most inside, a fifth through the gate already. */
export function makeWhereabouts(random: Random, sex: Profile['sex'], calendar: Calendar): Whereabouts {
  const isOut = random.chance(0.22)
  const prison = sex === 'FEMALE' || random.chance(0.36) ? 'CRI' : 'FHI'
  const isRecalled = random.chance(0.08)
  const received = -random.between(20, 700)
  const left = isOut ? calendar.workday(-random.between(1, 300)) : null
  const stay: Stay = {
    prison,
    wing: random.pick(['A', 'B', 'C']),
    cell: `${random.between(1, 3)}-${String(random.between(1, 38)).padStart(2, '0')}`,
    received: left === null ? received : left - random.between(60, 500),
    left,
    isRecalled,
    movedFrom: random.chance(0.1) ? (prison === 'FHI' ? 'CRI' : 'FHI') : undefined,
  }
  return {
    stay,
    dates: datesOf(random, stay, calendar),
    supervisedBy: random.chance(0.62) ? 'WXP' : 'CAP',
  }
}

function datesOf(random: Random, { left, isRecalled, received }: Stay, calendar: Calendar): KnownDate[] {
  const known = left === null ? moment(0, prisonSystemRuns) : moment(left - 1, prisonSystemRuns)
  const release = left ?? releaseAhead(random, calendar)
  if (release === undefined) return [] // on remand, or the court has not said
  const type = left === null ? typeOf(random, isRecalled) : 'CRD'
  const said = (kind: string, day: number): KnownDate => ({ type: kind, day, known, replaced: null })
  const dates = [said(type, release), said('SLED', release + random.between(90, 700))]
  if (type === 'HDCAD') dates.push(said('CRD', release + random.between(30, 135)))
  if (random.chance(0.15)) {
    dates.push({ type, day: release + random.between(-9, 21), known: moment(received + 6, 370), replaced: known })
  }
  return dates
}

/** A third leave within twelve weeks; one in twenty has no date. */
function releaseAhead(random: Random, calendar: Calendar): number | undefined {
  const roll = random.next()
  if (roll < 0.05) return undefined
  return calendar.workday(roll < 0.38 ? random.between(3, 84) : random.between(85, 900))
}

function typeOf(random: Random, isRecalled: boolean): string {
  if (isRecalled) return 'PRRD'
  return random.pickWeighted(['CRD', 'ARD', 'HDCAD', 'APD', 'CONFIRMED'], (type) => weights[type]!)
}

const weights: Record<string, number> = { CRD: 70, ARD: 12, HDCAD: 10, APD: 5, CONFIRMED: 3 }
