// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    funder_target: {
      id: Generated<string>
      agency_id: string
      funder: string
      measure: string
      target: number
      from_on: string
      until_on: string
      made_by: string
      made_at: Date
      removed_at: Date | null
    }
  }
}
