// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    break_glass: {
      id: string
      account_id: string
      agency_id: string
      identifier: string
      person_id: string | null
      reason: string
      used_at: Date
      ends_at: Date
      closed_at: Date | null
      review_due_at: Date
      reviewed_by: string | null
      reviewed_at: Date | null
      finding: string | null
      finding_words: Generated<string>
      escalated_at: Date | null
      owner_agency_id: string | null
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
