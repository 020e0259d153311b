// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { ColumnType } from 'kysely'
import type { Json } from './tables.ts'

declare module './tables.ts' {
  interface Tables {
    done_request: {
      account_id: string
      request_id: string
      answer: string | null
      done_at: Date
      said: Buffer | null
    }
    event: {
      id: ColumnType<number, never, never>
      name: string
      subject_id: string
      case_id: string | null
      person_id: string | null
      field_group: string
      agency_id: string
      actor_id: string
      happened_at: Date
      details: Json
    }
  }
}
