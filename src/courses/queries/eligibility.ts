import { type RawBuilder, sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { EligibilityRule, RuleCode } from '../../programmes/index.ts'
import type { Course } from './courses.ts'

/** Somebody whom the reader sees, and which rules they do not meet. */
export interface Candidate {
  caseId: string
  personId: string
  name: string
  prison: string | null
  wing: string | null
  cell: string | null
  releaseOn: Day | null
  failed: RuleCode[]
}

export interface Eligibility {
  /** Of everybody whom the reader sees with their custody. */
  seen: number
  eligible: number
  /** Who meets all rules but one. */
  almost: number
  /** How many do not meet a rule; somebody may not meet several. */
  failing: Partial<Record<RuleCode, number>>
  candidates: Candidate[]
  /** There are more after these. */
  hasMore: boolean
}

type At = Pick<Course, 'programmeId' | 'prisonId' | 'wing' | 'id'>

/** That a rule is not met, of `s` (case_summary). What the reader may not see is not met: nobody is told that it is. */
function isNotMet(rule: EligibilityRule, { programmeId, prisonId, wing }: At, today: Day): RawBuilder<unknown> {
  switch (rule.rule) {
    case 'RELEASE_WITHIN_MONTHS':
      return sql`(s.release_on is null or s.release_on < ${today}::date or s.release_on > ${today}::date + make_interval(months => ${rule.months}))`
    case 'SAME_WING': // in the community there is no wing
      return prisonId === null
        ? sql`false`
        : sql`(s.agency_id is distinct from ${prisonId}::uuid or s.wing is distinct from ${wing})`
    case 'AGE':
      return sql`(s.born_on is null or s.born_on > ${today}::date - make_interval(years => ${rule.from ?? 0})
        or s.born_on <= ${today}::date - make_interval(years => ${(rule.to ?? 200) + 1}))`
    case 'NEED_OPEN':
      return sql`(coalesce(s.pathway_statuses->>${rule.pathway}, 'NOT_STARTED') not in ('SUPPORT_REQUIRED', 'IN_PROGRESS')
        or s.case_id not in (select case_id from access where field_group = 'needs'))`
    case 'NOT_COMPLETED_WITHIN_MONTHS':
      return sql`(s.person_id in (select p.person_id from course_place p join course c on c.id = p.course_id
        where p.left_how = 'COMPLETED' and c.programme_id = ${programmeId} and p.left_at > ${today}::date - make_interval(months => ${rule.months})))`
  }
}

const perPage = 50

/**
 * Who meets the rules of a programme, and of everybody else which they do not meet: one statement, over all whom the reader sees.
 *
 * @param show - `eligible`, or `almost`: all rules but one. Those with a place on this course are in neither.
 * @param words - of a name or prison number; '' for everybody.
 */
export async function readEligibility(
  { db, now }: Reading,
  course: At,
  rules: readonly EligibilityRule[],
  { show, words, after }: { show: 'eligible' | 'almost'; words: string; after?: string | undefined },
): Promise<Eligibility> {
  const today = dayAt(now)
  const failed = rules.map((rule) => sql`case when ${isNotMet(rule, course, today)} then ${sql.lit(rule.rule)} end`)
  const array = failed.length > 0 ? sql`array_remove(array[${sql.join(failed)}], null)` : sql`'{}'::text[]`
  const likely = `%${words.toLowerCase().replaceAll(/[%_\\]/g, '\\$&')}%`
  const counted = rules.map(({ rule }) => sql`${sql.lit(rule)}, count(*) filter (where ${sql.lit(rule)} = any(failed))`)
  const { rows } = await sql<Omit<Eligibility, 'hasMore'>>`
    with judged as materialized (
      select s.case_id, s.person_id, s.release_on, s.sort_name, ${array} as failed
      from case_summary s where s.is_open and s.died_on is null and s.case_id in (select case_id from access where field_group = 'custody')
    ), page as (
      select j.* from judged j join case_summary s on s.case_id = j.case_id
      where cardinality(j.failed) = ${show === 'eligible' ? 0 : 1} and (${words} = '' or s.sort_name like ${likely} or lower(s.shown_name) like ${likely} or s.prison_number = upper(${words}))
        and not exists (select from course_place p where p.course_id = ${course.id} and p.person_id = j.person_id)
        and (${after ?? null}::uuid is null or (coalesce(j.release_on, 'infinity'), j.case_id) > (select coalesce(x.release_on, 'infinity'), x.case_id from judged x where x.case_id = ${after ?? null}::uuid))
      order by coalesce(j.release_on, 'infinity'), j.case_id limit ${sql.lit(perPage + 1)}
    )
    select count(*)::int as seen, (count(*) filter (where failed = '{}'))::int as eligible, (count(*) filter (where cardinality(failed) = 1))::int as almost,
      json_build_object(${sql.join(counted)}) as failing,
      (select coalesce(json_agg(json_build_object('caseId', p.case_id, 'personId', p.person_id, 'name', s.shown_name, 'prison', y.name, 'wing', s.wing,
          'cell', s.cell, 'releaseOn', s.release_on, 'failed', p.failed) order by coalesce(p.release_on, 'infinity'), p.case_id), '[]')
        from page p join case_summary s on s.case_id = p.case_id left join agency y on y.id = s.agency_id) as candidates
    from judged`.execute(db)
  const { candidates, ...found } = rows[0]!
  return { ...found, candidates: candidates.slice(0, perPage), hasMore: candidates.length > perPage }
}

/** The rules that certain people do not meet, by case. */
export async function listFailed(
  { db, now }: Reading,
  course: At,
  rules: readonly EligibilityRule[],
  caseIds: readonly string[],
): Promise<{ caseId: string; personId: string; failedRules: RuleCode[] }[]> {
  const failed = rules.map(
    (rule) => sql`case when ${isNotMet(rule, course, dayAt(now))} then ${sql.lit(rule.rule)} end`,
  )
  const array = failed.length > 0 ? sql`array_remove(array[${sql.join(failed)}], null)` : sql`'{}'::text[]`
  const { rows } = await sql<{ caseId: string; personId: string; failedRules: RuleCode[] }>`
    select s.case_id as "caseId", s.person_id as "personId", ${array} as "failedRules" from case_summary s
    where s.case_id = any(${[...caseIds]}::uuid[]) and s.is_open`.execute(db)
  return rows
}
