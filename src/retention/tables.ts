// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    disposal: {
      id: Generated<string>
      owner_agency_id: string
      reason: string
      proposed_by: string
      proposed_at: Date
      approved_by: string | null
      approved_at: Date | null
      execute_from: Date | null
      withdrawn_by: string | null
      withdrawn_at: Date | null
      started_at: Date | null
      done_at: Date | null
      digest: string | null
    }
    disposal_item: {
      disposal_id: string
      person_id: string
      class: 'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'
      action: string
      state: Generated<string>
      settled_at: Date | null
      counts: Json
      digest: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    legal_hold: {
      id: Generated<string>
      person_id: string
      case_id: string | null
      asked_by: string
      reason: string
      from_on: string
      until_on: string | null
      made_by: string
      made_at: Date
      lifted_by: string | null
      lifted_at: Date | null
      lifted_because: Generated<string>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    retention_due: {
      person_id: string
      class: 'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'
      due_on: string
      action: string
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    retention_review: {
      person_id: string
      class: 'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'
      decision: string
      keep_until_on: string | null
      reason: string
      decided_by: string
      decided_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    retention_rule: {
      schedule_id: string
      place: number
      class: 'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'
      trigger: string
      months: number
      action: string
      source: string
    }
    retention_schedule: {
      id: Generated<string>
      jurisdiction: string
      edition: number
      made_by: string | null
      made_at: Generated<Date>
      retired_at: Date | null
    }
    retention_state: {
      is_only: Generated<boolean>
      last_event_id: Generated<number>
      ran_at: Date | null
      cooling_off_in_days: Generated<number>
    }
  }
}
