// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    note_opening: {
      id: string
      note_id: string
      case_id: string
      person_id: string
      to_agency_id: string
      reason: string
      opened_by: string
      opened_at: Date
      closed_by: string | null
      closed_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
