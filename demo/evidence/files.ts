import type { Client } from 'pg'
import { addMonths } from '../../src/platform/calendar-day.ts'
import type { Calendar } from '../calendar.ts'
import { moment } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'

interface AnalystsFile {
  method: string
  title: string
  name: string
  columns: string[]
  question: Record<string, string> | null
  rows(random: Random): (string | number)[][]
}

const seed = 20_280
const monthsOfSeries = 48
const files: AnalystsFile[] = [
  {
    method: 'survival',
    title: 'Days until a new offence, by whether somebody was met at the gate',
    name: 'gate-meetings.csv',
    columns: ['days', 'event', 'met_at_gate', 'age', 'earlier_sanctions'],
    question: { time: 'days', event: 'event', group: 'met_at_gate', covariates: 'age,earlier_sanctions' },
    rows: (random) =>
      Array.from({ length: 420 }, (_, nth) => {
        const isMet = nth % 2 === 0
        const [age, earlier] = [random.between(19, 58), random.between(0, 14)]
        const rate = (isMet ? 0.0011 : 0.0016) * (1 + earlier / 12) * (60 / (30 + age))
        const days = Math.ceil(-Math.log(1 - random.next()) / rate)
        return days > 365 ? [365, 0, isMet ? 'yes' : 'no', age, earlier] : [days, 1, isMet ? 'yes' : 'no', age, earlier]
      }),
  },
  {
    method: 'its',
    title: 'Released with nowhere to go, before and after the twelve-week list',
    name: 'released-homeless.csv',
    columns: ['month', 'released_homeless'],
    question: { value: 'released_homeless', break: '25', from: '' },
    rows: (random) =>
      Array.from({ length: monthsOfSeries }, (_, nth) => [
        nth + 1,
        31 + random.between(-4, 4) - (nth >= 24 ? 8 + Math.round((nth - 24) / 4) : 0),
      ]),
  },
  {
    method: 'fairness',
    title: 'A score, looked at by group',
    name: 'scores.csv',
    columns: ['score', 'reoffended', 'group'],
    question: null,
    rows: (random) =>
      Array.from({ length: 400 }, (_, nth) => {
        const score = random.between(5, 95)
        return [score, random.chance(score / 130) ? 1 : 0, nth % 3 === 0 ? 'under 25' : '25 and over']
      }),
  },
]

/** Files that the council's analyst brought: two that the worker reckons as the program starts, one whose columns are still to be chosen. */
export async function writeFiles(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  for (const [nth, { method, title, name, columns, question, rows }] of files.entries()) {
    const id = newId()
    const csv = [columns, ...rows(randomOf(seed, nth))].map((row) => row.join(',')).join('\n')
    const at = calendar.past(moment(-4 + nth, 600))
    if (question && 'from' in question) question['from'] = addMonths(calendar.today, -monthsOfSeries).slice(0, 7)
    await client.query(
      `insert into analysis (id, agency_id, method, title, file_name, file, columns, question, state, made_by, made_at, asked_at, forget_at)
       select $1, agency_id, $2, $3, $4, $5, $6, $7, case when $7::jsonb is null then 'CHOOSING' else 'WAITING' end, id, $8,
         case when $7::jsonb is not null then $8::timestamptz end, $8::timestamptz + interval '30 days' from account where email = 'dee@wexley-council.example'`,
      [id, method, title, name, Buffer.from(csv), columns, question && JSON.stringify(question), at],
    )
    if (question) {
      await client.query(
        `select graphile_worker.add_job('reckon-analysis', json_build_object('analysisId', $1::text, 'agencyId', agency_id))
         from analysis where id = $1::uuid`,
        [id],
      )
    }
  }
}
