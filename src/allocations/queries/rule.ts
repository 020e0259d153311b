import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Rule } from '../levels.ts'

export interface RuleEdition extends Rule {
  madeAt: Date
  madeBy: string | null
  replacedAt: Date | null
}

/** All editions of the rule, that in force first. */
export async function listRules({ db }: Reading): Promise<RuleEdition[]> {
  const { rows } = await sql<RuleEdition>`
    select r.id, full_from_risk as "fullFromRisk", full_from_months as "fullFromMonths", full_when_recalled as "fullWhenRecalled",
      full_points as "fullPoints", key_work_points as "keyWorkPoints", r.made_at as "madeAt", a.name as "madeBy", replaced_at as "replacedAt"
    from management_rule r left join account a on a.id = r.made_by
    order by replaced_at is not null, r.made_at desc limit 30`.execute(db)
  return rows
}

/** The edition in force ends, and the next begins. @returns the id of the new one. */
export async function replaceRule({ db, actor, now }: Change, next: Omit<Rule, 'id'>): Promise<string> {
  const id = newId()
  await sql`update management_rule set replaced_at = ${now} where replaced_at is null`.execute(db)
  await sql`
    insert into management_rule (id, full_from_risk, full_from_months, full_when_recalled, full_points, key_work_points, made_by, made_at)
    values (${id}, ${next.fullFromRisk}, ${next.fullFromMonths}, ${next.fullWhenRecalled}, ${next.fullPoints}, ${next.keyWorkPoints},
      ${actor.userId}, ${now})`.execute(db)
  return id
}
