// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    appointment: {
      id: Generated<string>
      case_id: string
      person_id: string
      referral_id: string | null
      pathway: string | null
      title: string
      starts_at: Date
      length_in_minutes: number | null
      place: Generated<string>
      bring: Generated<string>
      with_agency_id: string | null
      with_account_id: string | null
      with_name: Generated<string>
      attendance: string | null
      attendance_reason: Generated<string>
      attendance_by: string | null
      attendance_at: Date | null
      cancelled_at: Date | null
      made_by: string
      made_at: Date
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      cancelled_reason: Generated<string>
      series_id: string | null
      cannot_come_at: Date | null
      changed_at: Date | null
    }
  }
}
