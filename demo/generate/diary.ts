import { type Calendar, moment } from '../calendar.ts'
import { needTexts, noteTexts, pathwayCodes } from '../content.ts'
import type { Appointment, Need, Step } from '../profile.ts'
import type { Random } from '../random.ts'

const places = [
  'Room 3, B wing',
  'Visits hall',
  '14 Dock Street',
  'Market Square',
  'Bell Street',
  'Video link',
  'Education block',
]
const attendances: [string, number][] = [
  ['ATTENDED', 66],
  ['LATE', 10],
  ['ABSENT_ACCEPTABLE', 10],
  ['ABSENT_UNACCEPTABLE', 8],
  ['DID_NOT_HAPPEN', 6],
]
const titles: Record<string, string> = noteTexts.appointments

/** Appointments that have been, with whether the person came, and one or two that come. */
export function makeAppointments(random: Random, past: number, workers: string[], calendar: Calendar): Appointment[] {
  const one = (day: number, attendance: string | null): Appointment => {
    const pathway = random.pick(pathwayCodes)
    const isAbsent = attendance !== null && attendance !== 'ATTENDED' && attendance !== 'LATE'
    return {
      pathway,
      title: titles[pathway]!,
      starts: moment(day, random.between(18, 33) * 30),
      minutes: random.pick([20, 30, 45, 60]),
      place: random.pick(places),
      bring: random.chance(0.2) ? 'this paper and a proof of who I am' : '',
      with: random.pick(workers),
      withName: '',
      attendance,
      reason: isAbsent ? random.pick(noteTexts.absent) : '',
      made: moment(day - 9, 600),
    }
  }
  const been = Array.from({ length: past }, () => {
    const attendance = random.pickWeighted(attendances, ([, share]) => share)[0]
    return one(calendar.workday(-random.between(1, 150)), attendance)
  })
  const coming = Array.from({ length: random.between(0, 2) }, () => one(calendar.workday(random.between(3, 28)), null))
  return [...been, ...coming]
}

interface Doing {
  by: string[]
  name: string
}

/** The next steps of each open need, some late, and what has been done. */
export function makeSteps(random: Random, needs: Need[], { by }: Doing, calendar: Calendar): Step[] {
  return needs.flatMap((need, index) => {
    const text = needTexts[need.pathway]!.needs.find(({ words }) => words === need.words)
    if (!text || need.status === 'DECLINED') return []
    const isDone = need.status === 'MET'
    const due = calendar.workday(isDone ? -random.between(3, 60) : random.between(-6, 35))
    const step: Step = {
      need: index,
      pathway: need.pathway,
      title: text.step,
      due,
      by: random.chance(0.15) ? 'PERSON' : random.pick(by),
      status: isDone ? 'COMPLETED' : random.pick(['NOT_STARTED', 'NOT_STARTED', 'IN_PROGRESS']),
      reason: '',
      made: moment(Math.min(due - 14, -1), 620),
      closed: isDone ? moment(due, 700) : null,
    }
    if (!isDone && random.chance(0.06)) {
      return [{ ...step, status: 'CANNOT_BE_DONE_YET' as const, reason: 'Waits for the release address.' }]
    }
    return [step]
  })
}
