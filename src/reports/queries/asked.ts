import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Range } from '../report.ts'

export interface AskedTwice {
  agencyName: string
  questionKey: string
  answers: number
  kept: number
  askedAgain: number
}

/** How often each question was asked, kept as still true, and asked again within its shelf life. Own agency; all for a coordinator. */
export async function listAskedTwice({ db }: Reading, { from, to }: Range): Promise<AskedTwice[]> {
  const { rows } = await sql<AskedTwice>`
    select y.name as "agencyName", c.question_key as "questionKey", sum(c.answers)::int as answers, sum(c.kept)::int as kept,
      sum(c.asked_again)::int as "askedAgain"
    from answer_count c join agency y on y.id = c.agency_id
    where c.month between ${from}::date and ${to}::date
    group by y.name, c.question_key order by y.name collate "C", sum(c.asked_again) desc, c.question_key limit 5000`.execute(
    db,
  )
  return rows
}
