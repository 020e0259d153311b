// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    first_contact: {
      id: Generated<string>
      case_id: string
      person_id: string
      released_on: string
      day_number: number
      outcome: string
      note: Generated<string>
      recorded_by: string
      recorded_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    first_contact_day: {
      day_number: number
    }
    place_hours: {
      place: string
      weekday: number
      opens_minute: number
      closes_minute: number
      changed_by: string
      changed_at: Date
    }
    release_day: {
      id: Generated<string>
      case_id: string
      person_id: string
      gate_place: string
      gate_minute: number
      home_place: Generated<string>
      cash_in_pence: number
      mode: string
      meets_name: Generated<string>
      meeting_confirmed_at: Date | null
      meeting_confirmed_by: string | null
      changed_by: string
      changed_at: Date
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    release_stop: {
      id: Generated<string>
      case_id: string
      person_id: string
      field_group: string
      title: string
      place: string
      opens_minute: number
      closes_minute: number
      length_in_minutes: number
      made_by: string
      made_at: Date
      removed_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    travel_leg: {
      id: Generated<string>
      from_place: string
      to_place: string
      mode: string
      minutes: number
      price_in_pence: Generated<number>
      first_minute: number | null
      last_minute: number | null
      every_in_minutes: number | null
      is_both_ways: Generated<boolean>
      changed_by: string
      changed_at: Date
    }
  }
}
