// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    key_work_schedule: {
      id: Generated<string>
      agency_id: string
      sessions: number
      every_weeks: number
      length_in_minutes: number
      supervisor_quiet_after_weeks: number
      starts_on: string
      made_by: string
      made_at: Date
      replaced_at: Date | null
    }
    key_work_session: {
      id: string
      case_id: string
      person_id: string
      agency_id: string
      note_id: string | null
      worker_id: string
      kind: string
      reason: string | null
      tags: Generated<string[]>
      length_in_minutes: number | null
      happened_on: string
      next_on: string | null
      is_from_wing: Generated<boolean>
      made_at: Date
      withdrawn_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    unfiled_note: {
      id: string
      author_id: string
      why: string
      said: Json
      written_at: Date
      arrived_at: Date
      settled_at: Date | null
      settled_as: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
