// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    webhook: {
      id: string
      token_id: string
      url: string
      events: string[]
      made_by: string
      made_at: Date
      failures: Generated<number>
      failing_since: Date | null
      off_at: Date | null
      off_because: string | null
      removed_at: Date | null
    }
    webhook_message: {
      id: Generated<string>
      webhook_id: string
      event_id: number
      event_name: string
      queued_at: Date
      next_try_at: Date
      tries: Generated<number>
      ended_at: Date | null
      ending: string | null
    }
    webhook_secret: {
      id: string
      webhook_id: string
      sealed: string
      made_at: Date
      until: Date | null
    }
    webhook_try: {
      message_id: string
      nth: number
      tried_at: Date
      status: number | null
      took_ms: number
      trouble: string | null
    }
  }
}
