export const stages = ['APPLICANT', 'TRAINEE', 'MENTOR', 'SUPERVISOR'] as const
export type Stage = (typeof stages)[number]
export const origins = ['PROGRAMME', 'MENTEE', 'PUBLIC'] as const
export const genders = ['WOMAN', 'MAN', 'OTHER'] as const
export const preferences = ['ANY', 'WOMAN', 'MAN'] as const
export type Gender = (typeof genders)[number]
export type Preference = (typeof preferences)[number]

export const interests = [
  ...(['SPORT', 'MUSIC', 'COOKING', 'READING', 'CRAFT', 'GARDENING'] as const),
  ...(['GAMES', 'FAITH', 'FILM', 'OUTDOORS', 'ANIMALS', 'CARS'] as const),
] as const

export const entryKinds = ['VETTING', 'TRAINING', 'SUPERVISION', 'GOAL', 'BACKGROUND', 'PROGRESS'] as const
export type EntryKind = (typeof entryKinds)[number]
/** What is looked at before somebody walks with people; a country uses those that it has. */
export const vettings = ['CRIMINAL_RECORD', 'PRISON_CLEARANCE', 'REFERENCES', 'INTERVIEW'] as const
/** What a mentor may state of themself, with their agreement and never asked for. */
export const backgrounds = ['LIVED_EXPERIENCE', 'ROMA_SINTI_TRAVELLER', 'MINORITY_ETHNIC', 'MIGRATION', 'CARE', 'DISABILITY', 'VETERAN'] as const // biome-ignore format: a list
/** Where a mentor or peer researcher got to themself, said by them. */
export const ways = ['PEER_RESEARCH', 'SKILL', 'QUALIFICATION', 'PAID_WORK', 'OWN_FIRM', 'CONSULTANT'] as const
export type OwnWay = (typeof ways)[number]

export const sessionKinds = ['MET', 'CALL', 'GATE', 'MISSED'] as const
export type SessionKind = (typeof sessionKinds)[number]
export const endings = ['DONE', 'PERSON_ASKED', 'MENTOR_ASKED', 'MOVED', 'RECALLED', 'NOT_SAFE', 'LOST_TOUCH', 'OTHER'] as const // biome-ignore format: a list
export type Ending = (typeof endings)[number]

export const proofs = ['VETTING', 'TRAINING', 'SUPERVISION', 'GOALS', 'RISK', 'MATCHING', 'SESSIONS'] as const
export type Proof = (typeof proofs)[number]

/** Where a match stands; follows from who answered and signed. */
export type MatchState = 'PROPOSED' | 'DECLINED' | 'AGREED' | 'READY' | 'ENDED'
