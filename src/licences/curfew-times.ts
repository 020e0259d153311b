/** Minutes after midnight of a time such as 19:00; undefined when it is none. */
export function minuteOfTime(typed: string): number | undefined {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim())
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined
}

/** 1140 as '19:00'. */
export const timeOfMinute = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
