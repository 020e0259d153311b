import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Evaluation, EvaluationPlan, SampleSize } from '../evaluation.ts'

const columns = sql`e.id, e.agency_id as "agencyId", y.name as "agencyName", e.about, e.title, e.question, e.design, e.measures,
  case when e.ratio is not null then json_build_object('shareWithout', e.share_without::float8, 'shareWith', e.share_with::float8,
    'power', e.power::float8, 'ratio', e.ratio) end as "sampleSize", e.from_on as "fromOn", e.until_on as "untilOn", e.led_by as "ledBy",
  e.approval, e.version, a.name as "madeByName", e.made_at as "madeAt", e.began_at as "beganAt", e.reported_at as "reportedAt",
  e.stopped_at as "stoppedAt", e.stopped_reason as "stoppedReason"
  from evaluation e join agency y on y.id = e.agency_id join account a on a.id = e.made_by`

/** How many stand on a page of the list. */
export const evaluationsOnPage = 20

/** What the reader may see, those that go on first; one more than `most`, where there are more. */
export async function listEvaluations(
  { db }: Reading,
  { skip = 0, most = evaluationsOnPage }: { skip?: number; most?: number } = {},
): Promise<Evaluation[]> {
  const { rows } = await sql<Evaluation>`select ${columns}
    order by (e.stopped_at is not null or e.reported_at is not null), e.from_on desc, e.id offset ${skip} limit ${most + 1}`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `evaluation.not-found` */
export async function getEvaluation({ db }: Reading, id: string): Promise<Evaluation> {
  const { rows } = await sql<Evaluation>`select ${columns} where e.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'evaluation.not-found')
  return rows[0]
}

export async function insertEvaluation(
  { db, actor, now }: Change,
  agencyId: string,
  plan: EvaluationPlan,
): Promise<string> {
  const id = newId()
  const { shareWithout, shareWith, power, ratio } = sized(plan.sampleSize)
  await sql`insert into evaluation (id, agency_id, about, title, question, design, measures, share_without, share_with, power, ratio,
      from_on, until_on, led_by, approval, made_by, made_at)
    values (${id}, ${agencyId}, ${plan.about}, ${plan.title}, ${plan.question}, ${plan.design}, ${plan.measures}::text[], ${shareWithout},
      ${shareWith}, ${power}, ${ratio}, ${plan.fromOn}, ${plan.untilOn}, ${plan.ledBy}, ${plan.approval}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns false where it was changed meanwhile, has begun or was stopped. */
export async function updatePlan({ db }: Change, id: string, version: number, plan: EvaluationPlan): Promise<boolean> {
  const { shareWithout, shareWith, power, ratio } = sized(plan.sampleSize)
  const { numAffectedRows } =
    await sql`update evaluation set about = ${plan.about}, title = ${plan.title}, question = ${plan.question},
      design = ${plan.design}, measures = ${plan.measures}::text[], share_without = ${shareWithout}, share_with = ${shareWith}, power = ${power},
      ratio = ${ratio}, from_on = ${plan.fromOn}, until_on = ${plan.untilOn}, led_by = ${plan.ledBy}, approval = ${plan.approval},
      version = version + 1
    where id = ${id} and version = ${version} and began_at is null and stopped_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns false where it was changed meanwhile, has begun already or was stopped. */
export async function updateBegun({ db, actor, now }: Change, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update evaluation set began_at = ${now}, began_by = ${actor.userId}
    where id = ${id} and version = ${version} and began_at is null and stopped_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateReported({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update evaluation set reported_at = ${now}, reported_by = ${actor.userId}
    where id = ${id} and began_at is not null and reported_at is null and stopped_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateStopped({ db, actor, now }: Change, id: string, reason: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update evaluation set stopped_at = ${now}, stopped_by = ${actor.userId}, stopped_reason = ${reason}
    where id = ${id} and stopped_at is null and reported_at is null`.execute(db)
  return numAffectedRows === 1n
}

const sized = (size: SampleSize | null) => size ?? { shareWithout: null, shareWith: null, power: null, ratio: null }
