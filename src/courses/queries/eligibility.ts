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

/** That a rule is not met, of `s` (people_to_judge). What the reader may not see is not met: nobody is told that it is. */
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
      return sql`(coalesce(s.pathway_statuses->>${rule.pathway}, 'NOT_STARTED') not in ('SUPPORT_REQUIRED', 'IN_PROGRESS'))`
    case 'NOT_COMPLETED_WITHIN_MONTHS':
      return sql`(s.person_id in (select p.person_id from course_place p join course c on c.id = p.course_id
        where p.left_how = 'COMPLETED' and c.programme_id = ${programmeId} and p.left_at > ${today}::date - make_interval(months => ${rule.months})))`
  }
}

const perPage = 50

/** The rules that are not met as the bits of a number, the first rule's lowest: 0 is all met, a power of two all but one. */
const failedBits = (rules: readonly EligibilityRule[], course: At, today: Day): RawBuilder<number> =>
  sql`(0 ${sql.join(
    rules.map((rule, nth) => sql`+ case when ${isNotMet(rule, course, today)} then ${sql.lit(2 ** nth)} else 0 end`),
    sql` `,
  )})`

const rulesIn = (bits: number, rules: readonly EligibilityRule[]): RuleCode[] => [
  ...new Set(rules.filter((_, nth) => bits & (2 ** nth)).map(({ rule }) => rule)),
]

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
  const wanted = show === 'eligible' ? sql`j.failed = 0` : sql`j.failed > 0 and j.failed & (j.failed - 1) = 0`
  const failing = [...new Set(rules.map(({ rule }) => rule))].map((code) => {
    const bits = rules.reduce((sum, { rule }, nth) => (rule === code ? sum + 2 ** nth : sum), 0)
    return sql`${sql.lit(code)}, count(*) filter (where failed & ${sql.lit(bits)} <> 0)`
  })
  const { rows } = await sql<Found>`
    with judged as materialized (
      select s.case_id, s.person_id, s.release_on, s.is_asked_for, ${failedBits(rules, course, dayAt(now))} as failed from people_to_judge(${words}, ${rules.some(({ rule }) => rule === 'NEED_OPEN')}) s
    ), page as (
      select j.* from judged j where ${wanted} and j.is_asked_for
        and not exists (select from course_place p where p.course_id = ${course.id} and p.person_id = j.person_id)
        and (${after ?? null}::uuid is null or (coalesce(j.release_on, 'infinity'), j.case_id) > (select coalesce(x.release_on, 'infinity'), x.case_id from judged x where x.case_id = ${after ?? null}::uuid))
      order by coalesce(j.release_on, 'infinity'), j.case_id limit ${sql.lit(perPage + 1)}
    )
    select count(*)::int as seen, (count(*) filter (where failed = 0))::int as eligible, (count(*) filter (where failed > 0 and failed & (failed - 1) = 0))::int as almost,
      json_build_object(${sql.join(failing)}) as failing,
      (select coalesce(json_agg(json_build_object('caseId', p.case_id, 'personId', p.person_id, 'name', s.shown_name, 'prison', y.name, 'wing', s.wing,
          'cell', s.cell, 'releaseOn', s.release_on, 'failed', p.failed) order by coalesce(p.release_on, 'infinity'), p.case_id), '[]')
        from page p join case_summary s on s.case_id = p.case_id left join agency y on y.id = s.agency_id) as candidates
    from judged`.execute(db)
  const { candidates, ...found } = rows[0]!
  const shown = candidates.slice(0, perPage).map((each) => ({ ...each, failed: rulesIn(each.failed, rules) }))
  return { ...found, candidates: shown, hasMore: candidates.length > perPage }
}

type Found = Omit<Eligibility, 'hasMore' | 'candidates'> & {
  candidates: (Omit<Candidate, 'failed'> & { failed: number })[]
}

/** The rules that certain people do not meet, by case. */
export async function listFailed(
  { db, now }: Reading,
  course: At,
  rules: readonly EligibilityRule[],
  caseIds: readonly string[],
): Promise<{ caseId: string; personId: string; failedRules: RuleCode[] }[]> {
  const { rows } = await sql<{ caseId: string; personId: string; failed: number }>`
    select s.case_id as "caseId", s.person_id as "personId", ${failedBits(rules, course, dayAt(now))} as failed
    from (select c.case_id, c.person_id, c.release_on, c.agency_id, c.wing, c.born_on,
        case when exists (select from sight a where a.case_id = c.case_id and 'needs' = any(a.reads)) then c.pathway_statuses end as pathway_statuses
      from case_summary c where c.case_id = any(${[...caseIds]}::uuid[]) and c.is_open) s`.execute(db)
  return rows.map(({ caseId, personId, failed }) => ({ caseId, personId, failedRules: rulesIn(failed, rules) }))
}
