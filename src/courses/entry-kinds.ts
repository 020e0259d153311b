/** What can be written about a participant. Each but a note and values has codes of its own. */
export type EntryKind = 'NOTE' | 'MOTIVE' | 'VALUES' | 'BEHAVIOUR' | 'TRUST' | 'CONTACT' | 'LEAVING'

/** Kinds that somebody chooses on the page; LEAVING is written by who records that somebody left. */
export const entryKinds = [
  'NOTE',
  'MOTIVE',
  'VALUES',
  'BEHAVIOUR',
  'TRUST',
  'CONTACT',
] as const satisfies readonly EntryKind[]

export const entryCodes = {
  NOTE: [],
  VALUES: [],
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
