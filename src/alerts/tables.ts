// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    alert: {
      id: Generated<string>
      account_id: string
      case_id: string | null
      name: string
      subject_id: string
      agency_id: string | null
      details: Json
      made_at: Date
      seen_at: Date | null
    }
    saved_filter: {
      id: Generated<string>
      account_id: string
      page: string
      name: string
      query: string
      made_at: Date
    }
  }
}
