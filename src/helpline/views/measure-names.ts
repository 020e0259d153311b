/** The measures of a line, in the order of the page and of its file. */
export const measureNames = [
  'hours', 'hoursCovered', 'calls', 'answered', 'missed', 'medianSeconds', 'ninetiethSeconds', 'callBacksKept', 'callBacksLate',
  'callBacksMissed', 'handedOn', 'handedOnLate',
] as const // biome-ignore format: a list
export type MeasureName = (typeof measureNames)[number]
