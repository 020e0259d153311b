// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    reorganisation: {
      id: Generated<string>
      from_agency_id: string
      to_agency_id: string
      team_ids: string[] | null
      reason: string
      planned_by: string
      planned_at: Date
      approved_by: string | null
      approved_at: Date | null
      withdrawn_at: Date | null
      done_at: Date | null
      counts: Json
    }
  }
}
