import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import type { AnswerCode, SurveyItem } from '../../surveys/index.ts'

export interface OwnSurvey {
  id: string
  version: number
  items: SurveyItem[]
}
type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns undefined when the session is over; null where nothing is asked, or was answered in this quarter. */
export async function readSurvey({ ofPerson, clock }: Door, token: Buffer): Promise<OwnSurvey | null | undefined> {
  const { rows } = await sql<{ found: { survey: OwnSurvey | null } | null }>`
    select read_own_survey(${token}, ${clock.now()}) as found`.execute(ofPerson)
  return rows[0]!.found ? rows[0]!.found.survey : undefined
}

/** @returns false when the session is over, or what was answered was never asked: then nothing is kept. */
export async function answerSurvey(
  { ofPerson, clock }: Door,
  token: Buffer,
  { id, version }: OwnSurvey,
  answers: Record<string, AnswerCode>,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select answer_own_survey(${token}, ${clock.now()}, ${id}, ${version}, ${JSON.stringify(answers)}::jsonb, ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}
