// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    agency_sign_in: {
      agency_id: string
      second_step_since: Date | null
      made_at: Generated<Date>
      issuer: string | null
      client_id: string | null
      client_secret: string | null
      email_domains: Generated<string[]>
      is_password_off: Generated<boolean>
    }
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
    passkey: {
      id: Generated<string>
      account_id: string
      credential_id: string
      public_key: Buffer
      counter: number
      name: string
      transports: Generated<string[]>
      is_synced: boolean
      made_at: Date
      used_at: Date | null
    }
    passkey_challenge: {
      token_hash: Buffer
      challenge: string
      purpose: string
      account_id: string | null
      expires_at: Date
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
    provider_account: {
      issuer: string
      subject: string
      account_id: string
      linked_at: Date
    }
    provider_sign_in: {
      token_hash: Buffer
      agency_id: string
      account_id: string | null
      verifier: string
      state: string
      nonce: string
      back: string | null
      expires_at: Date
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
      opened_with: Generated<string>
      provider_sid: string | null
      is_shared: Generated<boolean>
    }
    sign_in_attempt: {
      key: string
      at: Date
    }
  }
}
