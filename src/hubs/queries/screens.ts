import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Database, Reading } from '../../platform/database.ts'

export type ScreenKind = 'KIOSK' | 'WALL'

/** A screen that is on, or waits for its code. */
export interface ScreenLine {
  id: string
  kind: ScreenKind
  startedBy: string
  startedAt: Date
  isOn: boolean
}

export async function listScreens({ db, now }: Reading, hubId: string): Promise<ScreenLine[]> {
  const { rows } = await sql<ScreenLine>`
    select s.id, s.kind, a.name as "startedBy", s.started_at as "startedAt", s.entered_at is not null as "isOn"
    from hub_screen s join account a on a.id = s.started_by
    where s.hub_id = ${hubId} and s.ended_at is null and s.ends_at > ${now} order by s.started_at, s.id limit 50`.execute(
    db,
  )
  return rows
}

export async function insertScreen(
  { db, actor, now }: Change,
  hubId: string,
  screen: { id: string; kind: ScreenKind; codeHash: Buffer; codeEndsAt: Date; endsAt: Date },
): Promise<void> {
  await sql`insert into hub_screen (id, hub_id, kind, code_hash, code_ends_at, ends_at, started_by, started_at)
    values (${screen.id}, ${hubId}, ${screen.kind}, ${screen.codeHash}, ${screen.codeEndsAt}, ${screen.endsAt}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

/** @returns whether there was one to end. */
export async function updateScreenEnded({ db, now }: Change, hubId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update hub_screen set ended_at = ${now} where id = ${id} and hub_id = ${hubId} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** What a screen shows: desks and numbers, nobody's name. */
export interface Shown {
  hubId: string
  kind: ScreenKind
  name: string
  desks: { id: string; name: string; agency: string; isIn: boolean }[]
  tickets: { number: number; state: 'CALLED' | 'WAITING'; desk: string }[]
}

/** On the login of the person's own door, as all below. @returns the kind of screen, or undefined for a wrong code. */
export async function enterScreen(
  { ofPerson, clock }: Database,
  code: Buffer,
  token: Buffer,
): Promise<ScreenKind | undefined> {
  const { rows } = await sql<{
    kind: ScreenKind | null
  }>`select enter_hub_screen(${code}, ${token}, ${clock.now()}) as kind`.execute(ofPerson)
  return rows[0]!.kind ?? undefined
}

/** @returns undefined where the screen has ended. */
export async function readScreen({ ofPerson, clock }: Database, token: Buffer, today: Day): Promise<Shown | undefined> {
  const { rows } = await sql<{
    shown: Shown | null
  }>`select read_hub_screen(${token}, ${clock.now()}, ${today}) as shown`.execute(ofPerson)
  return rows[0]!.shown ?? undefined
}

/** @returns the number of the queue; undefined where the screen has ended or there is no such desk. */
export async function arrive(
  { ofPerson, clock }: Database,
  token: Buffer,
  today: Day,
  said: { deskId: string; firstName: string; prisonNumber: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ number: number | null }>`
    select arrive_at_hub(${token}, ${clock.now()}, ${today}, ${said.deskId}, ${said.firstName}, ${said.prisonNumber}) as number`.execute(
    ofPerson,
  )
  return rows[0]!.number ?? undefined
}

export async function leaveScreen({ ofPerson, clock }: Database, token: Buffer): Promise<void> {
  await sql`select leave_hub_screen(${token}, ${clock.now()})`.execute(ofPerson)
}
