type Mark = 'LATE' | 'ABSENT_ACCEPTABLE' | 'ABSENT_UNACCEPTABLE'

/** A course of the demonstration: days from today, people by their place in the group, sessions from 0. */
export interface CourseText {
  name: string
  by: string
  deputy?: string
  gender: 'MEN' | 'WOMEN' | 'MIXED'
  prison: string | null
  wing: string | null
  place: string
  begins: number
  isConfirmed: boolean
  isOver: boolean
  inGroup: number
  waiting: number
  /** A worker who knows that the first two of the group have to be kept apart. */
  keptApartBy?: string
  left: Record<number, { after: number; how: 'COMPLETED' | 'DROPPED_OUT' | 'WITHDRAWN'; why?: string; words?: string }>
  absences: readonly (readonly [who: number, session: number, Mark, why: string])[]
  entries: readonly (readonly [who: number, kind: string, code: string, daysAfterBeginning: number, words: string])[]
}

const dropped = (after: number, why: string, words: string) => ({ after, how: 'DROPPED_OUT' as const, why, words })

export const courseTexts: readonly CourseText[] = [
  {
    ...{
      name: 'LifeChange, B wing',
      by: 'joe@riverside.example',
      deputy: 'pauline@riverside.example',
      gender: 'MEN',
      prison: 'FHI',
      wing: 'B',
    },
    ...{ place: 'education, room 2', begins: -30, isConfirmed: true, isOver: false, inGroup: 7, waiting: 3 },
    left: { 5: { after: 3, how: 'WITHDRAWN', why: 'MOVED', words: 'Moved to another prison in the third week.' } },
    absences: [
      [1, 2, 'LATE', 'Medication queue'],
      [3, 4, 'ABSENT_UNACCEPTABLE', 'Stayed in his cell'],
      [4, 1, 'ABSENT_ACCEPTABLE', 'Visit'],
    ],
    entries: [
      [0, 'MOTIVE', 'FAMILY', -3, 'Wants his daughter to see somebody else when he comes home.'],
      [1, 'MOTIVE', 'EARLIER_RELEASE', -3, 'Says openly that he came for the tag. He has stayed for more than that.'],
      [2, 'MOTIVE', 'COMPANY', -3, ''],
      [0, 'TRUST', 'NEW_ROLE', 20, 'Asked to show new arrivals round the wing.'],
      [2, 'BEHAVIOUR', 'BETTER', 22, 'Staff say he walks away from arguments now.'],
      [1, 'NOTE', '', 21, 'Drew the three circles with nobody in the middle one, and talked about it afterwards.'],
    ],
  },
  {
    ...{ name: 'LifeChange in town', by: 'joe@riverside.example', gender: 'MIXED', prison: null, wing: null },
    ...{
      place: 'Market Hall, Wexley, upstairs',
      begins: -10,
      isConfirmed: true,
      isOver: false,
      inGroup: 5,
      waiting: 1,
    },
    left: {},
    absences: [[2, 0, 'ABSENT_ACCEPTABLE', 'Appointment at the job centre']],
    entries: [[2, 'CONTACT', 'CALL', 1, 'Rang him; he comes next week.']],
  },
  {
    ...{ name: 'LifeChange, spring', by: 'joe@riverside.example', gender: 'MEN', prison: 'FHI', wing: 'A' },
    ...{ place: 'education, room 1', begins: -120, isConfirmed: true, isOver: true, inGroup: 7, waiting: 0 },
    left: {
      0: { after: 8, how: 'COMPLETED' },
      1: dropped(1, 'NOT_FOR_THEM', 'Too early in the day.'),
      2: dropped(1, 'WORK_OR_COURSE', 'Got a place in the kitchen at the same hour.'),
      3: dropped(2, 'GROUP_DID_NOT_FIT', ''),
      4: dropped(2, 'NOT_TOLD', ''),
      5: dropped(3, 'HEALTH', ''),
      6: dropped(3, 'RELEASED', 'Out earlier than thought.'),
    },
    absences: [],
    entries: [
      [0, 'CONTACT', 'CAME_BACK', 80, 'Came to ask about mentoring.'],
      [0, 'TRUST', 'PROMOTED', 60, 'Enhanced level.'],
    ],
  },
  {
    ...{ name: 'LifeChange, sezione B', by: 'chiara@walk-on.example', gender: 'MEN', prison: 'FHI', wing: 'B' },
    ...{ place: 'education, room 3', begins: 12, isConfirmed: false, isOver: false, inGroup: 3, waiting: 4 },
    keptApartBy: 'amira@fernhall.example',
    ...{ left: {}, absences: [], entries: [[0, 'MOTIVE', 'CHANGE', -20, 'Vuole cambiare giro.']] },
  },
]
