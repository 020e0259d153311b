// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    claimed_result: {
      claim_id: string
      contract_id: string
      result: string
      agency_id: string
      source_id: string
      case_id: string
      person_id: string
      happened_on: string
      matures_on: string
      freed_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    contract_count: {
      contract_id: string
      result: string
      claimable: number
      not_yet: number
      next_on: string | null
      not_met: number
      apart_mark: string
      counted_at: Date
    }
    result_claim: {
      id: Generated<string>
      contract_id: string
      result: string
      price_in_minor: number
      people_count: number
      cohort_id: string | null
      followed_count: number | null
      made_by: string
      made_at: Date
      decision: string | null
      decided_by: string | null
      decided_at: Date | null
      decided_words: Generated<string>
      withdrawn_at: Date | null
    }
    result_contract: {
      id: Generated<string>
      agency_id: string
      funder: string
      title: string
      currency: string
      from_on: string
      until_on: string
      follow_days: number
      made_by: string
      made_at: Date
      ended_by: string | null
      ended_at: Date | null
    }
    result_price: {
      contract_id: string
      result: string
      price_in_minor: number
    }
  }
}
