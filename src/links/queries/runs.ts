import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** One comparing of all records. */
export interface LinkRun {
  id: string
  /** Null: by the clock. */
  askedBy: string | null
  askedAt: Date
  startedAt: Date | null
  looked: number
  people: number
  endedAt: Date | null
  how: 'DONE' | 'STOPPED' | null
  joined: number | null
  waiting: number | null
}

/** The one that is asked for or at work, else the last. */
export async function findLastRun({ db }: Reading): Promise<LinkRun | undefined> {
  const { rows } =
    await sql<LinkRun>`select r.id, a.name as "askedBy", r.asked_at as "askedAt", r.started_at as "startedAt", r.looked, r.people,
      r.ended_at as "endedAt", r.how, r.joined, r.waiting
    from link_run r left join account a on a.id = r.asked_by order by (r.ended_at is null) desc, r.asked_at desc, r.id desc limit 1`.execute(
      db,
    )
  return rows[0]
}

/** @returns the id; undefined where one waits or is at work already. */
export async function insertRun({ db, actor, now }: Change, isByClock: boolean): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into link_run (id, asked_by, asked_at)
    values (${newId()}, ${isByClock ? null : actor.userId}, ${now}) on conflict do nothing returning id`.execute(db)
  return rows[0]?.id
}

/**
 * Takes the run that waits, or that a worker left half done; begins one where there is none.
 *
 * @returns undefined where somebody stopped it in this moment.
 */
export async function takeRun(change: Change): Promise<string | undefined> {
  const { db, now } = change
  const { rows: counted } = await sql<{ people: number }>`select count_people_to_link() as people`.execute(db)
  await insertRun(change, true)
  const { rows } = await sql<{
    id: string
  }>`update link_run set started_at = ${now}, looked = 0, people = ${counted[0]!.people}
    where ended_at is null returning id`.execute(db)
  return rows[0]?.id
}

/** Writes down how far it has come. @returns false where it was stopped. */
export async function updateLooked({ db }: Change, id: string, looked: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update link_run set looked = least(${looked}, people) where id = ${id} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateDone(
  { db, now }: Change,
  id: string,
  { joined, waiting }: { joined: number; waiting: number },
): Promise<void> {
  await sql`update link_run set ended_at = ${now}, how = 'DONE', looked = people, joined = ${joined}, waiting = ${waiting}
    where id = ${id} and ended_at is null`.execute(db)
}

/** @returns false where it had ended. */
export async function updateStopped({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update link_run set ended_at = ${now}, how = 'STOPPED' where id = ${id} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}
