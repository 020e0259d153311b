import type { Ending, OwnWay, Stage } from '../../src/mentors/index.ts'

/** A mentor of the demonstration. Days are from today. */
export interface MentorText {
  name: string
  /** Who signs in, by the name before the @. */
  account?: string
  stage: Stage
  gender: 'WOMAN' | 'MAN'
  cameFrom: 'PROGRAMME' | 'MENTEE' | 'PUBLIC'
  places: readonly string[]
  languages: readonly string[]
  interests: readonly string[]
  experience: readonly string[]
  /** Until which day the vetting holds; none: not vetted yet. */
  vettedUntil?: number
  /** Sessions of training, of 200 minutes each. */
  trained: number
  supervisedOn?: number
  leftOn?: number
  /** Where they got to themselves, as they said. */
  way?: OwnWay
}

const [wexley, fernhall, carrow] = ['Wexley', 'HMP Fernhall', 'Carrow']
const english = ['English']

export const mentorTexts: readonly MentorText[] = [
  { name: 'Idris Bello', account: 'idris', stage: 'MENTOR', gender: 'MAN', cameFrom: 'PROGRAMME', places: [wexley, fernhall], languages: ['English', 'Yoruba'], interests: ['SPORT', 'COOKING'], experience: ['ACCOMMODATION', 'DRUGS_AND_ALCOHOL'], vettedUntil: 400, trained: 3, supervisedOn: -12, way: 'PEER_RESEARCH' },
  { name: 'Maeve Donnelly', stage: 'MENTOR', gender: 'WOMAN', cameFrom: 'PUBLIC', places: [wexley], languages: english, interests: ['READING', 'GARDENING'], experience: ['EDUCATION_SKILLS_AND_WORK'], vettedUntil: 19, trained: 3, supervisedOn: -40 },
  { name: 'Tomasz Nowak', stage: 'MENTOR', gender: 'MAN', cameFrom: 'MENTEE', places: [wexley, carrow, fernhall], languages: ['English', 'Polish'], interests: ['CARS', 'GAMES'], experience: ['EDUCATION_SKILLS_AND_WORK', 'FINANCE_AND_ID'], vettedUntil: 210, trained: 3, supervisedOn: -20, way: 'PAID_WORK' },
  { name: 'Shirin Rahimi', stage: 'MENTOR', gender: 'WOMAN', cameFrom: 'PUBLIC', places: [carrow, fernhall], languages: ['English', 'Farsi'], interests: ['MUSIC', 'FAITH'], experience: ['CHILDREN_FAMILIES_AND_COMMUNITY'], vettedUntil: 90, trained: 3, supervisedOn: -9 },
  { name: 'Curtis Hale', stage: 'MENTOR', gender: 'MAN', cameFrom: 'PROGRAMME', places: [wexley], languages: english, interests: ['FILM', 'OUTDOORS'], experience: ['HEALTH', 'DRUGS_AND_ALCOHOL'], vettedUntil: -6, trained: 3, supervisedOn: -65, way: 'PEER_RESEARCH' },
  { name: 'Denise Appiah', stage: 'MENTOR', gender: 'WOMAN', cameFrom: 'PUBLIC', places: [wexley, fernhall], languages: ['English', 'French'], interests: ['COOKING', 'CRAFT'], experience: ['ACCOMMODATION'], vettedUntil: 300, trained: 3, supervisedOn: -30 },
  { name: 'Luca Ferri', stage: 'MENTOR', gender: 'MAN', cameFrom: 'PUBLIC', places: [carrow], languages: ['English', 'Italian'], interests: ['SPORT', 'ANIMALS'], experience: ['HEALTH'], vettedUntil: 150, trained: 3, supervisedOn: -18 },
  { name: 'Bryony Platt', stage: 'TRAINEE', gender: 'WOMAN', cameFrom: 'PROGRAMME', places: [wexley], languages: english, interests: ['ANIMALS'], experience: [], vettedUntil: 500, trained: 2 },
  { name: 'Samir Haddad', stage: 'TRAINEE', gender: 'MAN', cameFrom: 'MENTEE', places: [wexley, carrow], languages: ['English', 'Arabic'], interests: ['GAMES', 'FILM'], experience: ['FINANCE_AND_ID'], vettedUntil: 480, trained: 1 },
  { name: 'Wren Aldous', stage: 'APPLICANT', gender: 'WOMAN', cameFrom: 'PUBLIC', places: [carrow], languages: english, interests: ['READING'], experience: [], trained: 0 },
  { name: 'Kofi Mensah', stage: 'MENTOR', gender: 'MAN', cameFrom: 'PUBLIC', places: [wexley], languages: ['English', 'Twi'], interests: ['MUSIC'], experience: ['ACCOMMODATION'], vettedUntil: 30, trained: 3, supervisedOn: -150, leftOn: -70 },
] // biome-ignore format: a table

export type MatchStateText =
  | { state: 'PROPOSED' | 'DECLINED' | 'AGREED' }
  | { state: 'READY'; sessions: readonly number[] }
  | { state: 'ENDED'; sessions: readonly number[]; why: Ending; words: string }

/** By the place of the mentor in the list above; a match for each of the first people, the rest wait. */
export const matchTexts: readonly (MatchStateText & { mentor: number })[] = [
  { mentor: 0, state: 'READY', sessions: [-71, -64, -57, -50, -43, -36, -29, -22, -15, -8, -1] },
  { mentor: 0, state: 'PROPOSED' },
  { mentor: 1, state: 'READY', sessions: [-80, -66, -52, -38] }, // they have lost touch: it is flagged
  { mentor: 2, state: 'READY', sessions: [-33, -26, -19, -12, -5] },
  { mentor: 3, state: 'AGREED' },
  { mentor: 5, state: 'DECLINED' },
  { mentor: 6, state: 'ENDED', sessions: [-120, -113, -99, -92, -85], why: 'DONE', words: 'Has his own people now. The door stays open.' },
] // biome-ignore format: a table

export const sessionWords = [
  'Walked to the job centre together and waited with him.',
  'Talked about his brother. He wants to write first, not ring.',
  'Tea and the form for the deposit. Half of it is done.',
  'A bad day. We only talked about football, and that was right.',
  'He brought his certificate to show me.',
]

export const standardTexts = [
  { title: 'Mentors are chosen and vetted', asks: 'Each mentor is interviewed and vetted before they meet anybody.', shownBy: ['VETTING'], words: 'Two of us interview everybody who applies.' },
  { title: 'Mentors are trained and supervised', asks: 'A plan of training, and supervision at least every six weeks.', shownBy: ['TRAINING', 'SUPERVISION', 'GOALS'], words: '' },
  { title: 'Matches are safe and wanted', asks: 'Both say yes; the risk is looked at before the first meeting.', shownBy: ['RISK', 'MATCHING', 'SESSIONS'], words: 'Either may say no, and need not say why.' },
] // biome-ignore format: a table
