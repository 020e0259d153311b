// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    complaint: {
      id: Generated<string>
      case_id: string
      person_id: string
      given_as: string
      about_agency_id: string
      about_account_id: string | null
      words: string
      written_by: string | null
      made_at: Date
      acknowledge_by_on: string
      acknowledged_at: Date | null
      acknowledged_by: string | null
      answer: Generated<string>
      answered_at: Date | null
      answered_by: string | null
      told_at: Date | null
      chased_at: Date | null
      escalated_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
