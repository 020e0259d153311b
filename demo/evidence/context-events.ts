import type { Client } from 'pg'
import { addDays, type Day } from '../../src/platform/calendar-day.ts'
import type { Calendar } from '../calendar.ts'
import { moment } from '../calendar.ts'

interface Told {
  kind: string
  title: string
  organisation: string
  /** Days since the project began. */
  after: number
  until?: number
  amount?: number
  isLost?: boolean
  funder?: string
  conditions?: string
  rating?: string
  actions?: string
  words?: string
}

const events: Told[] = [
  { kind: 'POLICY', title: 'Early release after 40% of a sentence', organisation: 'Ministry', after: 163, words: 'Many people left in two waves, some with little notice.' },
  { kind: 'CONTRACT', title: 'Mentoring contract begins', organisation: 'Riverside Mentors', after: 30, until: 1_100, amount: 18_000_000, funder: 'Wexley Council' },
  { kind: 'FUNDING', title: 'Women’s drop-in', organisation: 'Harbour Women’s Centre', after: 200, until: 565, amount: 500_000, funder: 'Police and crime commissioner', conditions: 'For women who live in Wexley; a report after six months' },
  { kind: 'INSPECTION', title: 'Inspection of HMP Fernhall', organisation: 'HMP Fernhall', after: 330, rating: 'REQUIRES_IMPROVEMENT', actions: 'Begin resettlement at reception; name an outside worker twelve weeks before release.' },
  { kind: 'PRACTICE', title: 'The twelve-week list is read every Monday', organisation: 'HMP Fernhall', after: 372 },
  { kind: 'FUNDING', title: 'Women’s drop-in ends', organisation: 'Harbour Women’s Centre', after: 565, amount: 500_000, isLost: true, funder: 'Police and crime commissioner' },
  { kind: 'PRACTICE', title: 'The shared record is in use', organisation: 'Wexley and Carrow', after: 590 },
  { kind: 'INSPECTION', title: 'Inspection of HMP Fernhall', organisation: 'HMP Fernhall', after: 760, rating: 'GOOD', actions: 'Keep on; ask families earlier.' },
  { kind: 'POLICY', title: 'New rules for recall of 56 days', organisation: 'Ministry', after: 830 },
] // biome-ignore format: a table

/** What happened around the work since a day, as far as it is past. */
export async function writeContextEvents(client: Client, newId: () => string, calendar: Calendar, since: Day) {
  for (const event of events.filter(({ after }) => addDays(since, after) <= calendar.today)) {
    await client.query(
      `insert into context_event (id, kind, title, words, organisation, happened_on, until_on, amount_in_pence, is_lost, funder, conditions, rating, actions, source, made_by, made_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'Minutes of the board (made up)', id, $14 from account where email = 'marian@wexley-council.example'`,
      [
        ...[newId(), event.kind, event.title, event.words ?? '', event.organisation, addDays(since, event.after)],
        ...[
          event.until === undefined ? null : addDays(since, event.until),
          event.amount ?? null,
          event.isLost ?? false,
        ],
        ...[event.funder ?? '', event.conditions ?? '', event.rating ?? '', event.actions ?? ''],
        calendar.past(moment(-30, 640)),
      ],
    )
  }
}
