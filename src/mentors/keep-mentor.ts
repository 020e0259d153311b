import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertEntry, type NewEntry, updateEntryEnded } from './queries/entries.ts'
import { closeRecord, getMentor, insertMentor, type NewMentor, type OwnRecord, type Profile, reopenRecord, type Scheme, type Standing, updateLeft, updateProfile, updateStanding, upsertScheme } from './queries/mentors.ts' // biome-ignore format: one line

const changedMeanwhile = () => new Refusal('conflict', 'mentor.changed-meanwhile')

/** Takes somebody in as an applicant. @returns the id. @throws Refusal `mentor.not-here` in an agency that can punish. */
export async function addMentor(change: Change, mentor: NewMentor): Promise<string> {
  if (['prison', 'probation', 'police'].includes(change.actor.agencyKind))
    throw new Refusal('not allowed', 'mentor.not-here')
  const id = newId()
  await insertMentor(change, id, mentor)
  change.record({
    name: 'mentor.added',
    subjectId: id,
    fieldGroup: 'administration',
    details: { cameFrom: mentor.cameFrom },
  })
  return id
}

/** Where, when and with whom they can. @throws Refusal `mentor.not-found`, `mentor.changed-meanwhile` */
export async function changeProfile(change: Change, id: string, version: number, profile: Profile): Promise<void> {
  await getMentor(change, id)
  if (!(await updateProfile(change, id, version, profile))) throw changedMeanwhile()
  change.record({ name: 'mentor.changed', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Moves somebody along, from applicant to supervisor, and says who supervises them and how they sign in.
 *
 * @throws Refusal `mentor.not-found`, `mentor.own-supervisor`, `mentor.not-vetted` where they would walk with people without vetting that
 *   holds, `mentor.changed-meanwhile`.
 */
export async function moveMentor(change: Change, id: string, version: number, to: Standing): Promise<void> {
  const mentor = await getMentor(change, id)
  if (to.supervisorId && to.supervisorId === to.accountId) throw new Refusal('conflict', 'mentor.own-supervisor')
  if (to.stage === 'MENTOR' || to.stage === 'SUPERVISOR') refuseUnvetted(mentor.vettedUntil, dayAt(change.now))
  if (!(await updateStanding(change, id, version, to))) throw changedMeanwhile()
  change.record({
    name: 'mentor.moved',
    subjectId: id,
    fieldGroup: 'administration',
    details: { from: mentor.stage, to: to.stage },
  })
}

/** @throws Refusal `mentor.not-vetted` */
export function refuseUnvetted(vettedUntil: Day | null, today: Day): void {
  if (vettedUntil === null || (vettedUntil !== 'infinity' && vettedUntil < today))
    throw new Refusal('conflict', 'mentor.not-vetted')
}

/** Somebody stops. What they did stays counted. @throws Refusal `mentor.not-found`; `mentor.has-matches` until those are ended. */
export async function letMentorGo(change: Change, id: string, on: Day, why: string): Promise<void> {
  const { load } = await getMentor(change, id)
  if (load > 0) throw new Refusal('conflict', 'mentor.has-matches')
  if (!(await updateLeft(change, id, on, why))) throw new Refusal('conflict', 'mentor.changed-meanwhile')
  change.record({ name: 'mentor.left', subjectId: id, fieldGroup: 'administration' })
}

/** Adds to the file of a mentor. @throws Refusal `mentor.not-found`; by the database to whoever may not write that. */
export async function addEntry(change: Change, mentorId: string, entry: NewEntry): Promise<string> {
  await getMentor(change, mentorId)
  const id = newId()
  await insertEntry(change, id, mentorId, entry)
  change.record({
    name: 'mentor.entry-added',
    subjectId: mentorId,
    fieldGroup: 'administration',
    details: { kind: entry.kind },
  })
  return id
}

/** Ends a goal as reached or put aside, or takes something out of force. @throws Refusal `mentor.entry-over` */
export async function endEntry(change: Change, id: string, words: string): Promise<string> {
  const mentorId = await updateEntryEnded(change, id, words)
  if (!mentorId) throw new Refusal('conflict', 'mentor.entry-over')
  change.record({ name: 'mentor.entry-ended', subjectId: mentorId, fieldGroup: 'administration' })
  return mentorId
}

/** Closes the record that a mentor may have to them and to new colleagues, and says nothing of whether there is one. @throws Refusal `mentor.not-found` */
export async function closeOwnRecord(change: Change, mentorId: string, of: OwnRecord): Promise<void> {
  await getMentor(change, mentorId)
  await closeRecord(change, mentorId, of)
  change.record({ name: 'mentor.record-closed', subjectId: mentorId, fieldGroup: 'administration' })
}

/** It was somebody else's: opens again what the actor closed within a day, and says nothing of it. @throws Refusal `mentor.not-found` */
export async function reopenOwnRecord(change: Change, mentorId: string): Promise<void> {
  await getMentor(change, mentorId)
  await reopenRecord(change, mentorId)
  change.record({ name: 'mentor.record-reopened', subjectId: mentorId, fieldGroup: 'administration' })
}

/** How much training is meant to be had, and after how long a match is said to lapse. */
export async function changeScheme(change: Change, scheme: Scheme): Promise<void> {
  await upsertScheme(change, scheme)
  change.record({ name: 'mentoring.scheme-changed', subjectId: change.actor.agencyId, fieldGroup: 'administration' })
}
