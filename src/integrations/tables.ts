// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    api_token: {
      id: Generated<string>
      token_hash: Buffer
      account_id: string
      name: string
      made_by: string
      made_at: Date
      seen_on: string | null
      revoked_at: Date | null
      opens: Generated<string>
    }
  }
}
