// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    export_decision: {
      request_id: string
      is_approved: boolean
      decided_by: string
      decided_at: Date
    }
    export_limit: {
      is_only: Generated<boolean>
      people: Generated<number>
    }
    export_request: {
      id: Generated<string>
      owner_agency_id: string
      kind: string
      query: string
      people_count: number
      reason: string
      asked_by: string
      asked_at: Date
      withdrawn_at: Date | null
    }
    export_taking: {
      request_id: string
      nth: number
      taken_at: Date
    }
  }
}
