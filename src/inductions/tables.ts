// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    induction: {
      id: Generated<string>
      case_id: string
      person_id: string
      stay_id: string
      session_id: string
      agency_id: string
      due_on: string
      outcome: string | null
      outcome_by: string | null
      outcome_at: Date | null
      lapsed_on: string | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    induction_session: {
      id: Generated<string>
      agency_id: string
      name: string
      after_days: number
      is_refresher: Generated<boolean>
      made_by: string
      made_at: Date
      ended_at: Date | null
    }
  }
}
