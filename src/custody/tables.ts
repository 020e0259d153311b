// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    custody: {
      id: Generated<string>
      person_id: string
      agency_id: string
      wing: Generated<string>
      cell: Generated<string>
      received_on: string | null
      left_on: string | null
      left_reason: string | null
      is_recalled: Generated<boolean>
      legal_status: string | null
      source: Generated<string>
      known_at: Generated<Date>
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    movement: {
      id: Generated<string>
      case_id: string
      person_id: string
      number: Generated<number>
      kind: string
      happened_on: string
      from_agency_id: string | null
      to_agency_id: string | null
      wing: Generated<string>
      cell: Generated<string>
      return_due_on: string | null
      state_before: Generated<string>
      state_after: Generated<string>
      effects: Json
      came_with: Json
      external_id: string | null
      source: string
      entered_by: string
      entered_at: Date
      undone_at: Date | null
      undone_by: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    release_date: {
      id: Generated<string>
      person_id: string
      type: string
      day: string | null
      source: string
      known_at: Date
      replaced_at: Date | null
      entered_by: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
