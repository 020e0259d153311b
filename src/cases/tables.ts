// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    case_file: {
      id: Generated<string>
      person_id: string
      purpose: Generated<string>
      opened_on: string
      ended_on: string | null
      version: Generated<number>
      made_at: Generated<Date>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      opened_under: string | null
    }
    case_party: {
      id: Generated<string>
      case_id: string
      agency_id: string
      team_id: string | null
      account_id: string | null
      relationship: string
      role: string | null
      since_on: string
      until_on: string | null
      cause_id: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    case_place: {
      case_id: string
      audience_id: string
      release_on: string
      person_id: string
      until: string
      custody_until: string | null
      contact_until: string | null
      agency_id: string | null
      wing: string | null
      key_worker_id: string | null
      community_manager_id: string | null
      has_first_night: boolean
      needs_interpreter: boolean
      has_died: boolean
      release_known_at: Date | null
      first_of: string | null
      covered_by: string | null
    }
    case_summary: {
      case_id: string
      person_id: string
      shown_name: string
      sort_name: string
      prison_number: string | null
      born_on: string | null
      agency_id: string | null
      wing: string | null
      cell: string | null
      release_on: string | null
      release_type: string | null
      release_known_at: Date | null
      release_source: string | null
      is_recalled: Generated<boolean>
      key_worker_id: string | null
      key_worker_name: string | null
      community_manager_id: string | null
      community_manager_name: string | null
      pathway_statuses: Json
      needs_interpreter: string | null
      has_first_night: Generated<boolean>
      last_contact_at: Date | null
      last_contact_agency_id: string | null
      undone_count: Generated<number>
      late_count: Generated<number>
      next_undone: string | null
      next_undone_on: string | null
      declined_count: Generated<number>
      assessment_state: Generated<string>
      is_open: Generated<boolean>
      custody_state: string | null
      died_on: string | null
      active_on: string | null
    }
  }
}
