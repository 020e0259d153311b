// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    calendar_feed: {
      id: Generated<string>
      account_id: string
      token_hash: Buffer
      made_at: Date
      ended_at: Date | null
      read_at: Date | null
      hour_begun_at: Date | null
      reads_in_hour: Generated<number>
    }
  }
}
