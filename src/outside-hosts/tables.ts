// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    outside_host: {
      id: Generated<string>
      host: string
      reason: string
      added_by: string | null
      added_at: Date
      removed_by: string | null
      removed_at: Date | null
    }
  }
}
