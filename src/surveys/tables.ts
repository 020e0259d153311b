// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    survey: {
      id: Generated<string>
      audience: string
      salt: Generated<Buffer>
      made_by: string
      made_at: Date
      closed_at: Date | null
    }
    survey_count: {
      survey_id: string
      agency_id: string | null
      quarter: string
      item: string
      answered: number
      yes: number
      weighed: Generated<number>
      told_answered: number | null
      told_yes: number | null
    }
    survey_reply: {
      id: Generated<string>
      survey_id: string
      version: number
      month: string
      agency_id: string
      way: string
      answers: Json
      entered_by: string | null
    }
    survey_version: {
      survey_id: string
      version: number
      items: Json
      made_by: string
      made_at: Date
    }
  }
}
