import type { Client } from 'pg'
import { insertRows } from '../rows.ts'

const questions = [
  'I know whom to ring on the day before somebody leaves',
  'What we decided last time was done',
  'The person was in the room when their plan was made',
]

// How many of a group answered each question, how many of them agreed, and what the group said to the first.
const said: [group: string, answers: [answered: number, agreed: number][], words: string][] = [
  ['PRISON', [[10, 5], [10, 5], [10, 0]], 'The list of Monday comes too late for a bed on Friday.'],
  ['PROBATION', [[5, 4], [5, 3], [5, 3]], 'We are told on the day.'],
  ['LIVED', [[3, 0], [3, 1], [3, 1]], 'Ask us before you decide what we need on the first night.'],
  ['CHARITY', [[2, 1], [2, 1], [2, 0]], ''],
] // biome-ignore format: a table

/** What was asked at the third learning set, what its groups said, and how far its report is in each language. Written as the rule-keepers. */
export async function writeLearningSets(client: Client): Promise<void> {
  const { rows } = await client.query<{ id: string; by: string; at: Date }>(
    `select id, recorded_by as by, recorded_at as at from output where title = 'Action learning set 3' order by id limit 1`,
  )
  const [set] = rows
  if (!set) return // only a part of it was loaded
  const reports = { report_en: 'PUBLISHED', report_it: 'CHECKED', report_nl: 'DRAFT' }
  const agenda =
    'What was decided last time\nThe first night, told by those who had one\nWhat each agency does by the next time'
  await insertRows(client, 'learning_set', [
    {
      output_id: set.id,
      agenda,
      questions,
      ...reports,
      written_by: set.by,
      written_at: set.at,
      shared_by: set.by,
      shared_at: set.at,
    },
  ])
  await insertRows(
    client,
    'learning_feedback',
    said.flatMap(([of_group, answers, words]) =>
      answers.map(([answered, agreed], nth) => ({
        ...{ output_id: set.id, question: nth + 1, of_group, answered, agreed, words: nth === 0 ? words : '' },
        ...{ entered_by: set.by, entered_at: set.at },
      })),
    ),
  )
}
