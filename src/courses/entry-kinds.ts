/** What can be written about a participant. Each but a note, values and their own programme has codes of its own. */
export type EntryKind = 'NOTE' | 'MOTIVE' | 'VALUES' | 'BEHAVIOUR' | 'TRUST' | 'CONTACT' | 'LEAVING' | 'OWN_PROGRAMME'

/** Kinds that somebody chooses on the page; LEAVING is written by who records that somebody left. */
export const entryKinds = [
  'NOTE',
  'MOTIVE',
  'VALUES',
  'BEHAVIOUR',
  'TRUST',
  'CONTACT',
  'OWN_PROGRAMME',
] as const satisfies readonly EntryKind[]

/** How long a programme of somebody's own goes on. */
export const monthsOfOwnProgramme = 12

export const entryCodes = {
  NOTE: [],
  VALUES: [],
  OWN_PROGRAMME: [],
  MOTIVE: ['CHANGE', 'FAMILY', 'EARLIER_RELEASE', 'COMPANY', 'TOLD_TO', 'OTHER'],
  BEHAVIOUR: ['BETTER', 'SAME', 'WORSE'],
  TRUST: ['NEW_ROLE', 'PROMOTED', 'WORK', 'LOST_ROLE'],
  CONTACT: ['VISIT', 'CALL', 'LETTER', 'CAME_BACK', 'NO_ANSWER'],
  LEAVING: [
    'MOVED',
    'RELEASED',
    'WORK_OR_COURSE',
    'HEALTH',
    'FAMILY',
    'NOT_FOR_THEM',
    'GROUP_DID_NOT_FIT',
    'NOT_TOLD',
    'OTHER',
  ],
} as const satisfies Record<EntryKind, readonly string[]>

export type EntryCode<Kind extends EntryKind> = (typeof entryCodes)[Kind][number]
