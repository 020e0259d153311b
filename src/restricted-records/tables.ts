// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    restricted_reader: {
      person_id: string
      account_id: string
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    restricted_record: {
      person_id: string
      reason: string
      made_by: string
      made_at: Date
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
