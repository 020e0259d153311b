/** One appointment as a feed has it: when and which version, and not what or who. */
export interface FeedEntry {
  id: string
  startsAt: string
  minutes: number
  version: number
  changedAt: string
  isCancelled: boolean
}

interface Words {
  /** The same for each: it stands on phones that others look at. */
  summary: string
  /** What the calendar is called. */
  name: string
}

/**
 * Writes a feed as RFC 5545 asks: in UTC, so that no table of time zones is needed; the same UID as long as the appointment lives, its
 * version as SEQUENCE, and what was called off as CANCELLED, so that it goes from the calendars that had it.
 *
 * @param publicUrl - where the site is: each entry leads there, behind the sign-in.
 */
export function writeCalendar(publicUrl: string, { summary, name }: Words, entries: readonly FeedEntry[]): string {
  const host = new URL(publicUrl).hostname
  const lines = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Throughline//Calendar//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ],
    ...[`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'],
    ...entries.flatMap((entry) => eventOf(entry, { publicUrl, host, summary })),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf(entry: FeedEntry, { publicUrl, host, summary }: { publicUrl: string; host: string; summary: string }) {
  const startsAt = new Date(entry.startsAt)
  const changedAt = utc(new Date(entry.changedAt))
  return [
    ...['BEGIN:VEVENT', `UID:${entry.id}@${host}`, `DTSTAMP:${changedAt}`, `LAST-MODIFIED:${changedAt}`],
    ...[`SEQUENCE:${entry.version - 1}`, `DTSTART:${utc(startsAt)}`],
    `DTEND:${utc(new Date(startsAt.getTime() + entry.minutes * 60_000))}`,
    ...[`SUMMARY:${escaped(summary)}`, `URL:${new URL(`/appointments/${entry.id}`, publicUrl)}`, 'CLASS:PRIVATE'],
    ...(entry.isCancelled ? ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT'] : ['STATUS:CONFIRMED', 'TRANSP:OPAQUE']),
    'END:VEVENT',
  ]
}

const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

const mostOctets = 75

/** A line of at most 75 octets, the rest on lines that begin with a space; no character is cut in two. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > mostOctets) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += length
  }
  return [...lines, current].join('\r\n')
}
