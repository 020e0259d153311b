// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    case_management: {
      id: Generated<string>
      case_id: string
      person_id: string
      risk: string | null
      chosen: string | null
      reason: Generated<string>
      made_by: string
      made_at: Date
      replaced_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    caseload_move: {
      id: Generated<string>
      from_account_id: string
      moved: Json
      made_by: string
      made_at: Date
      undone_at: Date | null
    }
    management_rule: {
      id: Generated<string>
      full_from_risk: string
      full_from_months: number
      full_when_recalled: boolean
      full_points: number
      key_work_points: number
      made_by: string | null
      made_at: Date
      replaced_at: Date | null
    }
    worker_absence: {
      id: Generated<string>
      account_id: string
      kind: string
      from_on: string
      until_on: string
      cover_account_id: string | null
      made_by: string
      made_at: Date
      ended_at: Date | null
    }
    worker_capacity: {
      account_id: string
      hours_per_week: number
      works_on: number[]
      most_points: number
      languages: Generated<string[]>
      set_by: string
      set_at: Date
    }
  }
}
