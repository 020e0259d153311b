// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    mechanism_answer: {
      question_id: string
      national_group: string
      version: number
      words: string
      locale: string
      with_whom: string
      answered_on: string
      made_by: string
      made_at: Date
    }
    mechanism_question: {
      id: Generated<string>
      part: string
      texts: Json
      position: number
      made_by: string
      made_at: Date
      retired_by: string | null
      retired_at: Date | null
    }
  }
}
