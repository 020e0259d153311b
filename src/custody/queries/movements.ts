import { sql } from 'kysely'
import type { Jurisdiction } from '../../people/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CustodyState, MovementKind } from '../moves/movement-states.ts'

/** Where somebody stands, as far as it matters to what may happen next. */
export interface Standing {
  caseId: string
  personId: string
  state: CustodyState
  isRecalled: boolean
  /** The prison that holds or expects the person. */
  prisonId: string | null
  receivedOn: Day | null
  /** Of the last movement. */
  lastOn: Day | null
  lastKind: MovementKind | null
  /** The day of release on the lists. */
  releaseOn: Day | null
  mayWrite: boolean
  jurisdiction: Jurisdiction
}

/** @throws Refusal `person.not-found` where the actor sees no custody part of a case of this person. */
export async function getStanding({ db }: Reading, personId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select c.id as "caseId", c.person_id as "personId", coalesce(s.custody_state, 'NONE') as state, coalesce(k.is_recalled, false) as "isRecalled",
      k.agency_id as "prisonId", k.received_on as "receivedOn", m.happened_on as "lastOn", m.kind as "lastKind", s.release_on as "releaseOn",
      g.jurisdiction, (select bool_or('custody' = any(x.writes)) from sight x where x.case_id = c.id) as "mayWrite"
    from partnership g, case_file c left join case_summary s on s.case_id = c.id
    left join custody k on k.person_id = c.person_id and k.left_on is null
    left join lateral (select happened_on, kind from movement where movement.person_id = c.person_id and undone_at is null
      order by number desc limit 1) m on true
    where c.person_id = ${personId} and exists (select from sight x where x.case_id = c.id and 'custody' = any(x.reads))
    order by c.ended_on is not null, c.made_at desc limit 1`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'person.not-found')
  return rows[0]
}

/** One piece of unfinished work that came along, in codes and ids. */
export interface CameWith {
  kind: 'STEP' | 'APPOINTMENT' | 'REFERRAL' | 'KEY_WORKER'
  id: string
  pathway: string | null
  dueOn: Day | null
}

export interface Movement {
  id: string
  kind: MovementKind
  happenedOn: Day
  fromName: string | null
  toName: string | null
  wing: string
  cell: string
  returnDueOn: Day | null
  cameWith: CameWith[]
  enteredByName: string | null
  agencyName: string
  enteredById: string
  enteredAt: Date
  undoneAt: Date | null
}

/** All that happened, the latest first; what was taken back too. */
export async function listMovements({ db }: Reading, personId: string): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select m.id, m.kind, m.happened_on as "happenedOn", f.name as "fromName", t.name as "toName", m.wing, m.cell,
      m.return_due_on as "returnDueOn", m.came_with as "cameWith", a.name as "enteredByName", y.name as "agencyName",
      m.entered_by as "enteredById", m.entered_at as "enteredAt", m.undone_at as "undoneAt"
    from movement m join agency y on y.id = m.owner_agency_id left join account a on a.id = m.entered_by
    left join agency f on f.id = m.from_agency_id left join agency t on t.id = m.to_agency_id
    where m.person_id = ${personId} order by m.number desc limit 300`.execute(db)
  return rows
}

/** Until this change ends nobody else records a movement of this person: two said at once come one after the other. */
export async function lockMovements({ db }: Change, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('movement ' || ${personId}::text, 0))`.execute(db)
}

export interface NewMovement {
  id: string
  caseId: string
  personId: string
  kind: MovementKind
  happenedOn: Day
  toAgencyId: string | null
  wing: string
  cell: string
  returnDueOn: Day | null
  externalId: string | null
  source: string
}

/** The database puts it in its order and does what follows from it. */
export async function insertMovement({ db, actor, now }: Change, made: NewMovement): Promise<void> {
  const { id, caseId, personId, kind, happenedOn, toAgencyId, wing, cell, returnDueOn, externalId, source } = made
  await sql`
    insert into movement (id, case_id, person_id, kind, happened_on, to_agency_id, wing, cell, return_due_on, external_id, source,
      entered_by, entered_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${kind}, ${happenedOn}, ${toAgencyId}, ${wing}, ${cell}, ${returnDueOn}, ${externalId}, ${source},
      ${actor.userId}, ${now}, ${actor.agencyId})`.execute(db)
}

/** @returns whether it was still to be taken back. */
export async function updateUndone({ db, actor, now }: Change, movementId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('movement')
    .set({ undone_at: now, undone_by: actor.userId })
    .where('id', '=', movementId)
    .where('entered_by', '=', actor.userId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface Entered {
  id: string
  caseId: string
  personId: string
  personName: string
  kind: MovementKind
  happenedOn: Day
  enteredAt: Date
  undoneAt: Date | null
  /** Nothing came after it, so that it can be taken back. */
  isLast: boolean
}

/** What the actor entered since then. */
export async function listEntered({ db }: Reading, since: Date): Promise<Entered[]> {
  const { rows } = await sql<Entered>`
    select id, case_id as "caseId", person_id as "personId", person_name as "personName", kind, happened_on as "happenedOn",
      entered_at as "enteredAt", undone_at as "undoneAt", is_last as "isLast" from movements_entered(${since})`.execute(
    db,
  )
  return rows
}

export interface Left {
  personName: string
  kind: MovementKind
  toName: string | null
  happenedOn: Day
}

/** Whom the actor was named for until a movement took them elsewhere. */
export async function listLeft({ db }: Reading, since: Date): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select person_name as "personName", kind, to_name as "toName", happened_on as "happenedOn" from people_who_left(${since})`.execute(
    db,
  )
  return rows
}

/** Prisons that are open: where somebody can be sent. */
export async function listPrisons({ db }: Reading): Promise<{ id: string; code: string; name: string }[]> {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select id, code, name from agency where kind = 'prison' and closed_on is null order by name collate "C", id limit 500`.execute(
    db,
  )
  return rows
}

/** Which person of those whom the actor sees has this prison number. */
export async function findByPrisonNumber({ db }: Reading, number: string): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from person_identifier where type = 'PRISON_NUMBER' and value = ${number.toUpperCase()}
    order by known_at desc limit 1`.execute(db)
  return rows[0]?.personId
}

/** A movement of the actor's agency that a system told of before. */
export async function findTold({ db, actor }: Reading, externalId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from movement where owner_agency_id = ${actor.agencyId} and external_id = ${externalId}`.execute(db)
  return rows[0]?.id
}
