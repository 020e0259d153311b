import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { WorryKind } from '../worry-kinds.ts'

export interface NewWorry {
  about: WorryKind
  words: string
  responsibleId: string
  dueOn: Day
}

export interface Worry extends Omit<NewWorry, 'responsibleId'> {
  id: string
  ownerName: string | null
  answer: string
  answeredAt: Date | null
}

/** Those that wait first, the soonest due on top. At most 50. */
export async function listWorries({ db }: Reading, caseId: string): Promise<Worry[]> {
  const { rows } = await sql<Worry>`
    select w.id, w.about, w.words, w.due_on as "dueOn", a.name as "ownerName", w.answer, w.answered_at as "answeredAt"
    from licence_worry w left join account a on a.id = w.responsible_account_id where w.case_id = ${caseId}
    order by w.answered_at is not null, w.due_on, w.id limit 50`.execute(db)
  return rows
}

export async function insertWorry(
  { db, actor, now }: Change,
  about: { caseId: string; personId: string },
  worry: NewWorry,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('licence_worry')
    .values({
      ...{
        id,
        case_id: about.caseId,
        person_id: about.personId,
        about: worry.about,
        words: worry.words,
        due_on: worry.dueOn,
      },
      ...{
        responsible_account_id: worry.responsibleId,
        raised_by: actor.userId,
        raised_at: now,
        owner_agency_id: actor.agencyId,
      },
    })
    .execute()
  return id
}

/** @returns whose it was; undefined where none waits. */
export async function updateAnswer(
  { db, actor, now }: Change,
  id: string,
  answer: string,
): Promise<{ caseId: string; personId: string } | undefined> {
  const { rows } = await sql<{ caseId: string; personId: string }>`
    update licence_worry set answer = ${answer}, answered_by = ${actor.userId}, answered_at = ${now}
    where id = ${id} and answered_at is null returning case_id as "caseId", person_id as "personId"`.execute(db)
  return rows[0]
}
