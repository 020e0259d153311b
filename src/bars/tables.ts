// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    access_bar: {
      account_id: string
      person_id: string
      reason: string
      made_at: Generated<Date>
      kind: Generated<string>
      made_by: string | null
    }
  }
}
