// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    pre_release_offer: {
      id: Generated<string>
      case_id: string
      person_id: string
      agency_id: string
      offered_on: string
      offered_by: string
      made_at: Date
      answer: string | null
      answered_on: string | null
      answered_by: string | null
      reason: string | null
      withdrawn_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    wing_time: {
      id: Generated<string>
      agency_id: string
      service_id: string
      wing: Generated<string>
      weekdays: number[]
      opens_minute: number
      closes_minute: number
      place: Generated<string>
      made_by: string
      made_at: Date
      ended_at: Date | null
    }
  }
}
