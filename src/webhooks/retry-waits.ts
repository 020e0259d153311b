// Nine tries: the last comes two days and seven hours after the first.
const waitsInMinutes = [1, 5, 30, 120, 300, 600, 840, 1440]

/** When to try again after so many tries; undefined when it is given up. */
export function nextTryAt(now: Date, tries: number): Date | undefined {
  const minutes = waitsInMinutes[tries - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000)
}

const failuresInARow = 10
const hoursOfFailing = 12

/** Whether nothing has arrived for so long, and so often, that somebody should look. */
export const isHopeless = (now: Date, failures: number, since: Date): boolean =>
  failures >= failuresInARow && now.getTime() - since.getTime() >= hoursOfFailing * 3_600_000
