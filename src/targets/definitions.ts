/** How rows become a number: different people, rows, a sum of amounts, or met rows as a share of all (per cent). */
export type Measure = 'PEOPLE' | 'ROWS' | 'AMOUNT' | 'SHARE'

/**
 * What can be counted: a closed list, each with one query, `private.counted_` and its name in `definitions/`, and its meaning in
 * plain words. `isOfPeople`: its rows are about people, so that small numbers are covered for other agencies.
 */
export const definitions = {
  PEOPLE_SUPPORTED: { measure: 'PEOPLE', isOfPeople: true },
  SESSIONS: { measure: 'ROWS', isOfPeople: true },
  PEOPLE_MENTORED: { measure: 'PEOPLE', isOfPeople: true },
  PLANS_AGREED: { measure: 'ROWS', isOfPeople: true },
  SHARED_CASES: { measure: 'ROWS', isOfPeople: true },
  REFERRALS_IN_TIME: { measure: 'SHARE', isOfPeople: true },
  FIRST_NIGHT_SETTLED: { measure: 'SHARE', isOfPeople: true },
  WORK_AT_12_WEEKS: { measure: 'SHARE', isOfPeople: true },
  NAMED_SUPERVISOR: { measure: 'SHARE', isOfPeople: true },
  LEFT_WITH_MENTOR: { measure: 'SHARE', isOfPeople: true },
  HELP_IN_SIX_MONTHS: { measure: 'SHARE', isOfPeople: true },
  NOT_BACK_IN_12_WEEKS: { measure: 'SHARE', isOfPeople: true },
  LEARNING_SETS: { measure: 'ROWS', isOfPeople: false },
  REPORTS: { measure: 'ROWS', isOfPeople: false },
  GUIDES: { measure: 'ROWS', isOfPeople: false },
  TRAINING_GUIDES: { measure: 'ROWS', isOfPeople: false },
  CONFERENCE_PEOPLE: { measure: 'AMOUNT', isOfPeople: false },
  TRAINING_HOURS: { measure: 'AMOUNT', isOfPeople: false },
  PROGRAMMES: { measure: 'ROWS', isOfPeople: false },
  SYSTEM_INSTALLED: { measure: 'ROWS', isOfPeople: false },
} as const satisfies Record<string, { measure: Measure; isOfPeople: boolean }>

export type Definition = keyof typeof definitions
export const definitionNames = Object.keys(definitions) as [Definition, ...Definition[]]
