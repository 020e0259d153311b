// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    half_sign_in: {
      token_hash: Buffer
      account_id: string
      expires_at: Date
      used_at: Date | null
    }
    one_time_secret: {
      account_id: string
      secret: string
      made_at: Date
      confirmed_at: Date | null
      last_step: Generated<number>
    }
    password: {
      account_id: string
      hash: string
      changed_at: Date
    }
    password_link: {
      token_hash: Buffer
      account_id: string
      made_at: Date
      expires_at: Date
      used_at: Date | null
    }
    recovery_code: {
      account_id: string
      code_hash: Buffer
      made_at: Date
      used_at: Date | null
    }
    session: {
      id: Generated<string>
      token_hash: Buffer
      account_id: string
      started_at: Date
      seen_at: Date
      ends_at: Date
      ended_at: Date | null
      address: Generated<string>
      browser: Generated<string>
      proved_at: Date | null
    }
    sign_in_attempt: {
      key: string
      at: Date
    }
  }
}
