// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    need: {
      id: Generated<string>
      case_id: string
      person_id: string
      pathway: string
      words: string
      needed_by_on: string | null
      status: Generated<string>
      status_reason: Generated<string>
      responsible_agency_id: string | null
      responsible_account_id: string | null
      is_for_person: Generated<boolean>
      question_key: string | null
      answer_id: string | null
      is_restricted: Generated<boolean>
      begin_by_on: string | null
      raised_by: string
      raised_at: Date
      first_service_at: Date | null
      closed_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    need_version: {
      need_id: string
      version: number
      case_id: string
      words: string
      needed_by_on: string | null
      status: string
      status_reason: string
      responsible_agency_id: string | null
      responsible_account_id: string | null
      is_for_person: boolean
      replaced_by: string
      replaced_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    pathway_status: {
      case_id: string
      pathway: string
      status: string
      reason: Generated<string>
      derived_status: Generated<string>
      is_by_hand: Generated<boolean>
      set_by: string
      set_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    pathway_status_version: {
      case_id: string
      pathway: string
      status: string
      reason: string
      is_by_hand: boolean
      set_by: string
      set_at: Date
      replaced_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
