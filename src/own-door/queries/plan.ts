import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import type { Agreement } from '../plan-answers.ts'

/** The person's plan as they read it. Instants are ISO 8601 texts, days are YYYY-MM-DD. */
export interface OwnPlan {
  name: string
  goals: { id: string; words: string; status: 'ACTIVE' | 'FUTURE' | 'ACHIEVED' }[]
  steps: OwnStep[]
  review: { on: string; agreement: Agreement | 'NOT_THERE'; nextOn: string | null } | null
  replies: { agreement: Agreement | null; words: string; at: string; goal: string | null }[]
}
export interface OwnStep {
  goalId: string | null
  title: string
  dueOn: string | null
  status: string
  /** The person does it. */
  isOwn: boolean
  /** Whoever does it otherwise; '' for nobody yet. */
  who: string
}

type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns undefined when the session is over. */
export async function readPlan({ ofPerson, clock }: Door, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: OwnPlan | null
  }>`select read_own_plan(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

/** @returns false when the session is over or the goal is none of theirs: then nothing is kept. */
export async function answerPlan(
  { ofPerson, clock }: Door,
  token: Buffer,
  { goalId, agreement, words }: { goalId: string | null; agreement: Agreement | null; words: string },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select answer_own_plan(${token}, ${clock.now()}, ${goalId}, ${agreement}, ${words}, ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}
