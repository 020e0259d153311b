// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    step: {
      id: Generated<string>
      case_id: string
      person_id: string
      pathway: string | null
      need_id: string | null
      title: string
      due_on: string | null
      is_for_person: Generated<boolean>
      responsible_agency_id: string | null
      responsible_account_id: string | null
      status: Generated<string>
      status_reason: Generated<string>
      made_by: string
      made_at: Date
      closed_at: Date | null
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
