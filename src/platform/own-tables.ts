// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from './tables.ts'

declare module './tables.ts' {
  interface Tables {
    audit: {
      id: ColumnType<number, never, never>
      happened_at: Generated<Date>
      account_id: string | null
      agency_id: string | null
      session_id: string | null
      action: string
      person_ids: Generated<string[]>
      case_ids: Generated<string[]>
      field_groups: Generated<string[]>
      reason: string | null
      channel: string
      request_id: string | null
      outcome: Generated<string>
      details: Json
    }
    done_request: {
      account_id: string
      request_id: string
      answer: string | null
      done_at: Date
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
