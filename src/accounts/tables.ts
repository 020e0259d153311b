// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    account_term: {
      account_id: string
      starts_on: string | null
      leaves_on: string | null
      is_waiting: Generated<boolean>
      is_over: Generated<boolean>
      external_id: string | null
    }
  }
}
