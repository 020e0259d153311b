import type { SessionKind, Tag } from '../../src/key-work/index.ts'
import { dayOfMoment, type Moment, moment } from '../calendar.ts'
import { agencyTexts, noteTexts } from '../content.ts'
import { calledName, fill } from '../generate/notes.ts'
import type { Note, Profile } from '../profile.ts'
import { type Random, randomOf } from '../random.ts'
import { agencyIdOf, type Context, type OfCase } from './context.ts'

const seed = 61
const weeksTold = 8
const scheduledFor = -120 // days
const tags: readonly Tag[] = ['HOME', 'WORK', 'MONEY', 'FAMILY', 'SUBSTANCES', 'WING', 'RELEASE']

/** How often each prison holds sessions, and one note from the wing that waits for its author. */
export function writeSchedules({ sheets, newId, calendar, partnership }: Context): void {
  for (const { code, kind } of agencyTexts) {
    if (kind !== 'prison') continue
    sheets.add('key_work_schedule', {
      id: newId(),
      agency_id: partnership.agency(code).id,
      sessions: 1,
      every_weeks: code === 'FHI' ? 1 : 2,
      length_in_minutes: code === 'FHI' ? 45 : 30,
      supervisor_quiet_after_weeks: 6,
      starts_on: calendar.day(scheduledFor),
      made_by: partnership.voiceOf(code).id,
      made_at: calendar.at(moment(scheduledFor, 540)),
    })
  }
  sheets.add('unfiled_note', {
    id: newId(),
    author_id: partnership.worker('amira').id,
    why: 'NOT_FOUND',
    said: JSON.stringify({
      who: 'A0457KX',
      kind: 'TALK',
      body: 'Asked at the gate of the workshop about the forklift course. Wants the form.',
    }),
    written_at: calendar.past(moment(-1, 880)),
    arrived_at: calendar.past(moment(-1, 960)),
    owner_agency_id: partnership.agency('FHI').id,
  })
}

/** What is counted beside a note: a session of a key worker, a contact of the supervisor outside while somebody is in custody. */
export function writeCounted(context: Context, ofCase: OfCase, profile: Profile, note: Note, noteId: string): void {
  const role = profile.workers.find(({ worker }) => worker === note.by)?.role
  if (note.withdrawn) return
  if (role === 'KEY_WORKER' && note.kind === 'KEY_WORK') {
    addSession(context, ofCase, note, { kind: 'SESSION', noteId, random: randomOf(seed, Math.abs(note.at)) })
  }
  const isInside = profile.stay.left === null && dayOfMoment(note.at) >= profile.stay.received
  if (role !== 'COMMUNITY_OFFENDER_MANAGER' || !isInside || !['CONTACT', 'PHONE'].includes(note.kind)) return
  context.sheets.add('supervisor_contact', {
    id: context.newId(),
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    kind: note.kind === 'PHONE' ? 'PHONE' : Math.abs(note.at) % 3 === 0 ? 'VISIT' : 'VIDEO',
    happened_on: context.calendar.day(dayOfMoment(note.at)),
    note_id: noteId,
    made_by: context.partnership.worker(note.by).id,
    made_at: context.calendar.past(note.at + 20),
    owner_agency_id: agencyIdOf(context, note.by),
  })
}

/**
 * Weeks of key work besides the notes that are told already: held with a note, missed, or not held. Nobody of whom nobody wrote lately gets
 * a session lately: they stay quiet.
 */
export function moreSessions(context: Context, ofCase: OfCase, profile: Profile): Note[] {
  const { stay, workers, notes, familyName } = profile
  const keyWorker = workers.find(({ role, until }) => role === 'KEY_WORKER' && until === undefined)
  const isTold = context.mayKeepAllAnswers && familyName !== 'Okafor' // whose whole record is written by hand
  if (stay.left !== null || !keyWorker || !isTold) return []
  const random = randomOf(seed, notes.length, Math.abs(stay.received), profile.numbers.length, familyName.length)
  const lastDay = Math.max(-999, ...notes.map(({ at }) => dayOfMoment(at)))
  const held: Note[] = []
  for (let week = weeksTold; week >= 1; week -= 1) {
    const day = context.calendar.workday(-7 * week + random.between(0, 6))
    const roll = random.next()
    const at = moment(day, random.between(540, 990))
    if (day > lastDay || day <= Math.max(keyWorker.since, stay.received)) continue
    if (notes.some((note) => note.kind === 'KEY_WORK' && Math.abs(dayOfMoment(note.at) - day) < 4)) continue
    const minutes = random.between(5, 9) * 5
    const body = fill(random.pick(noteTexts.KEY_WORK), calledName(profile), random)
    if (roll < 0.68)
      held.push({ kind: 'KEY_WORK', group: 'notes', pathway: null, body, own: '', by: keyWorker.worker, at, minutes }) // biome-ignore format: one line
    else if (roll < 0.9) {
      const kind = roll < 0.78 ? 'MISSED' : 'CANCELLED'
      addSession(context, ofCase, { by: keyWorker.worker, at, minutes: null }, { kind, noteId: null, random })
    }
  }
  return held
}

const reasons = {
  MISSED: ['DID_NOT_WANT', 'ELSEWHERE', 'UNWELL', 'NO_REASON'],
  CANCELLED: ['WING_LOCKED', 'NO_STAFF', 'NO_STAFF', 'AT_COURT'],
} as const

function addSession(
  context: Context,
  ofCase: OfCase,
  { by, at, minutes }: { by: string; at: Moment; minutes: number | null },
  { kind, noteId, random }: { kind: Exclude<SessionKind, 'TALK'>; noteId: string | null; random: Random },
): void {
  const { sheets, newId, calendar, partnership } = context
  sheets.add('key_work_session', {
    id: noteId ?? newId(),
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    agency_id: agencyIdOf(context, by),
    note_id: noteId,
    worker_id: partnership.worker(by).id,
    kind,
    reason: kind === 'SESSION' ? null : random.pick(reasons[kind]),
    tags: kind === 'SESSION' ? random.some(tags, random.between(0, 2)) : [],
    length_in_minutes: minutes,
    happened_on: calendar.day(dayOfMoment(at)),
    made_at: calendar.past(at + 20),
    owner_agency_id: agencyIdOf(context, by),
  })
}
