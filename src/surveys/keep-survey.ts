import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { getSurvey, insertReply, insertSurvey, insertVersion, listSurveys, type Reply } from './queries/surveys.ts'
import { starters } from './starters.ts'
import type { Audience, SurveyItem } from './survey.ts'

/** Begins a survey with the questions that it starts with. @returns its id. @throws Refusal `survey.coordinators-only`, `survey.begun-already` */
export async function beginSurvey(change: Change, audience: Audience): Promise<string> {
  mustCoordinate(change)
  const isThere = (await listSurveys(change)).some((survey) => survey.audience === audience)
  if (isThere) throw new Refusal('conflict', 'survey.begun-already')
  const id = await insertSurvey(change, audience)
  await insertVersion(change, id, 1, starters[audience])
  change.record({ name: 'survey.begun', subjectId: id, fieldGroup: 'administration', details: { audience } })
  return id
}

export interface NewVersion {
  /** The version that was changed. */
  version: number
  /** Keys that stay. */
  kept: readonly string[]
  /** A question to add; nothing where its texts are empty. */
  added: SurveyItem['text'] | undefined
}

/**
 * Makes the next version: some questions stay with their keys, one may come. Replies keep the version that they answered.
 *
 * @throws Refusal `survey.not-found`, `survey.changed-meanwhile`, `survey.coordinators-only`
 */
export async function reviseSurvey(change: Change, id: string, { version, kept, added }: NewVersion): Promise<void> {
  mustCoordinate(change)
  const survey = await getSurvey(change, id)
  if (survey.version !== version) throw new Refusal('conflict', 'survey.changed-meanwhile')
  const stay = survey.items.filter(({ key }) => kept.includes(key))
  const items = added ? [...stay, { key: `q-${newId()}`, text: added }] : stay
  await insertVersion(change, id, version + 1, items)
  change.record({
    name: 'survey.revised',
    subjectId: id,
    fieldGroup: 'administration',
    details: { version: version + 1 },
  })
}

/** Keeps what somebody answered on screen with a worker, or on paper. Nobody's name is kept with it. @throws Refusal `survey.not-found` */
export async function enterReply(change: Change, id: string, reply: Reply): Promise<void> {
  await insertReply(change, await getSurvey(change, id), reply)
  change.record({
    name: 'survey.reply-entered',
    subjectId: id,
    fieldGroup: 'administration',
    details: { way: reply.way },
  })
}

/** The first days of the months in which a reply may have been given: this one and the five before. */
export function monthsOffered(now: Date): Day[] {
  const [year, month] = [Number(dayAt(now).slice(0, 4)), Number(dayAt(now).slice(5, 7))]
  return Array.from({ length: 6 }, (_, back) => {
    const count = year * 12 + month - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
  })
}

function mustCoordinate({ actor }: Change): void {
  if (!actor.roles.includes('COORDINATOR')) throw new Refusal('not allowed', 'survey.coordinators-only')
}
