// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    expense_claim: {
      id: string
      agency_id: string
      claimant_id: string
      fund_id: string
      kind: string
      spent_on: string
      words: Generated<string>
      way: string | null
      from_place: string | null
      to_place: string | null
      is_return: boolean | null
      distance_in_tenths: number | null
      unit: string | null
      rate_in_minor: number | null
      what: string | null
      amount_in_minor: number
      is_another: Generated<boolean>
      claimed_at: Date
      withdrawn_at: Date | null
      decision: string | null
      decided_by: string | null
      decided_at: Date | null
      decided_words: Generated<string>
      batch_id: string | null
      paid_on: string | null
    }
    expense_receipt: {
      claim_id: string
      bytes: Buffer
      bytes_hash: Buffer
    }
    fund: {
      id: Generated<string>
      agency_id: string
      name: string
      currency: string
      amount_in_minor: number
      starts_on: string
      ends_on: string | null
      debtor_name: string
      debtor_iban: string
      made_by: string
      made_at: Date
      closed_at: Date | null
    }
    mileage_rate: {
      id: Generated<string>
      agency_id: string | null
      jurisdiction: string
      way: string
      unit: string
      rate_in_minor: number
      from_on: string
      source: string
      made_by: string | null
      made_at: Generated<Date>
    }
    payee: {
      account_id: string
      agency_id: string
      holder: string
      iban: string
      set_at: Date
    }
    payment_batch: {
      id: Generated<string>
      agency_id: string
      fund_id: string
      reference: string
      made_by: string
      made_at: Date
      paid_on: string | null
      paid_by: string | null
      undone_at: Date | null
    }
  }
}
