/** Who somebody is to the person. */
export const relations = ['PARENT', 'PARTNER', 'CHILD', 'SIBLING', 'GRANDPARENT', 'OTHER_FAMILY', 'FRIEND'] as const
export type Relation = (typeof relations)[number]

/**
 * What the person may let somebody see. Of the plan only the parts that say nothing of health, drugs or thinking: nobody is asked
 * by their family to open those.
 */
export const shares = [
  'RELEASE_DATE',
  'SUPPORTERS',
  'APPOINTMENTS',
  'PLAN_ACCOMMODATION',
  'PLAN_CHILDREN_FAMILIES_AND_COMMUNITY',
  'PLAN_EDUCATION_SKILLS_AND_WORK',
  'PLAN_FINANCE_AND_ID',
] as const
export type Share = (typeof shares)[number]

/** How the invitation gets there. */
export const ways = ['PAPER', 'EMAIL', 'TEXT'] as const
export type FamilyWay = (typeof ways)[number]

/** How the person said yes to it. */
export const consentWays = ['SPOKEN', 'SIGNED'] as const

/** How the person says yes to a family day: it may also be asked at their own door, and counts once they said so there. */
export const dayConsentWays = [...consentWays, 'OWN_DOOR'] as const
export type DayConsent = (typeof dayConsentWays)[number]

export const wordKinds = ['CAN', 'CANNOT', 'WORRY'] as const
export type WordKind = (typeof wordKinds)[number]

export const contactKinds = ['CALL', 'VISIT', 'MEETING', 'LETTER', 'MESSAGE'] as const
/** A day that a prison held for families counts too, by who came to it. */
export type ContactKind = (typeof contactKinds)[number] | 'FAMILY_DAY'

export const barReasons = ['VICTIM', 'COURT', 'OTHER'] as const
export type BarReason = (typeof barReasons)[number]

/** Whether a mail address or phone number fits the way that was chosen. */
export const isReachable = ({ way, toAddress }: { way: FamilyWay; toAddress: string }): boolean =>
  way === 'PAPER' ||
  (way === 'EMAIL' ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(toAddress) : /^\+?[\d ]{7,20}$/.test(toAddress))
