import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import type { BarKind, NewBar } from './keep-bar.ts'

export async function insertBar({ db, now }: Change, bar: NewBar): Promise<void> {
  const { accountId, numbers, givenName, familyName, bornOn, kind, reason } = bar
  await sql`select keep_bar(${accountId}, ${numbers}::text[], ${givenName}, ${familyName}, ${bornOn}, ${kind}, ${reason}, ${now})`.execute(
    db,
  )
}

/** @returns whether there was one. */
export async function deleteBar({ db, now }: Change, accountId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ lifted: boolean }>`select lift_bar(${accountId}, ${personId}, ${now}) as lifted`.execute(
    db,
  )
  return rows[0]!.lifted
}

export interface Bar {
  accountId: string
  accountName: string
  personId: string
  /** Null where the manager does not see the person. */
  personName: string | null
  kind: BarKind
  reason: string
  madeAt: Date
}

/** Bars of the manager's colleagues, by name; nothing to anybody else. */
export async function listBars({ db }: Reading, limit: number, offset: number): Promise<Bar[]> {
  const { rows } = await sql<Bar>`
    select b.account_id as "accountId", w.name as "accountName", b.person_id as "personId",
      coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name as "personName", b.kind, b.reason, b.made_at as "madeAt"
    from access_bar b join account w on w.id = b.account_id left join person p on p.id = b.person_id
    order by w.name, b.made_at desc, b.person_id limit ${limit} offset ${offset}`.execute(db)
  return rows
}
