// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    mail: {
      id: Generated<string>
      to_address: string
      to_account_id: string | null
      locale: string
      subject: string
      body: string
      made_at: Date
      next_try_at: Date
      sent_at: Date | null
      tries: Generated<number>
      last_error: string | null
      way: Generated<string>
      reminder_id: string | null
      outside_id: string | null
      ended_at: Date | null
      family_member_id: string | null
    }
  }
}
