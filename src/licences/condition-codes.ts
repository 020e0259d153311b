/**
 * Conditions as codes: the standard ones of every licence, additional ones, and those of supervision after the sentence.
 *
 * @source Criminal Justice (Sentencing) (Licence Conditions) Order 2015; Criminal Justice Act 2003 s.256AA-256AB.
 */
export const conditionCodes = {
  STANDARD: [
    'GOOD_BEHAVIOUR',
    'NO_OFFENCE',
    'KEEP_IN_TOUCH',
    'VISITS',
    'LIVE_WHERE_APPROVED',
    'WORK_APPROVED',
    'NO_TRAVEL',
  ],
  ADDITIONAL: ['CURFEW', 'EXCLUSION_ZONE', 'NO_CONTACT', 'REPORT', 'DRUG_TEST', 'ALCOHOL_TAG', 'PROGRAMME'],
  SUPERVISION: ['SUPERVISION'],
} as const
export type ConditionKind = keyof typeof conditionCodes
export type ConditionCode = (typeof conditionCodes)[ConditionKind][number]
export const allCodes = Object.values(conditionCodes).flat() as ConditionCode[]

/** Which kind of condition a code is. */
export function kindOf(code: ConditionCode): ConditionKind {
  const kinds = Object.keys(conditionCodes) as ConditionKind[]
  return kinds.find((kind) => (conditionCodes[kind] as readonly string[]).includes(code))!
}
