// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    case_transfer: {
      id: Generated<string>
      case_id: string
      person_id: string
      from_agency_id: string
      from_account_id: string
      to_agency_id: string
      by_on: string
      reason: string
      open_work: Json
      proposed_at: Date
      expires_at: Date
      expired_at: Date | null
      chased_at: Date | null
      chased_count: Generated<number>
      accepted_at: Date | null
      declined_at: Date | null
      answered_by: string | null
      taker_id: string | null
      team_id: string | null
      decline_words: Generated<string>
      cancelled_at: Date | null
      cancelled_by: string | null
      state: ColumnType<string, never, never>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
