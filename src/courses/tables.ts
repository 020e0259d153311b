// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    course: {
      id: Generated<string>
      agency_id: string
      programme_id: string
      edition: number
      name: string
      mode: string
      gender: string
      prison_id: string | null
      wing: string | null
      place: string
      starts_on: string
      smallest: number
      largest: number
      made_by: string
      made_at: Date
      confirmed_at: Date | null
      confirmed_by: string | null
      ended_at: Date | null
      ended_how: string | null
    }
    course_clearance: {
      id: Generated<string>
      place_id: string
      case_id: string
      person_id: string
      is_allowed: boolean
      with_place_ids: string[]
      decided_by: string
      decided_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    course_entry: {
      id: Generated<string>
      place_id: string
      case_id: string
      person_id: string
      kind: string
      code: Generated<string>
      happened_on: string
      words: Generated<string>
      made_by: string
      made_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    course_facilitator: {
      id: Generated<string>
      course_id: string
      account_id: string
      role: string
      named_by: string
      named_at: Date
      ended_at: Date | null
    }
    course_mark: {
      session_id: string
      place_id: string
      taken_by: string
      case_id: string
      person_id: string
      mark: string
      why: Generated<string>
      of_starts_at: Date
      seen_until: Date
      marked_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      written_at: Date | null
    }
    course_measure: {
      place_id: string
      moment: string
      case_id: string
      person_id: string
      answers: Json
      answered_on: string
      made_by: string
      made_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    course_observer: {
      id: Generated<string>
      session_id: string
      name: string
      comes_from: string
      agreed_place_ids: string[]
      asked_by: string
      asked_at: Date
      ended_at: Date | null
    }
    course_place: {
      id: Generated<string>
      course_id: string
      case_id: string
      person_id: string
      waits_since: string
      failed_rules: Generated<string[]>
      enrolled_at: Date | null
      left_at: Date | null
      left_how: string | null
      made_by: string
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      number: number | null
    }
    course_session: {
      id: Generated<string>
      course_id: string
      number: number
      session_key: string
      starts_at: Date
      length_in_minutes: number
      own_plan: Generated<string>
      catch_up_of_id: string | null
      moved_from: Date | null
      moved_at: Date | null
      cancelled_at: Date | null
      corrected_from: Generated<Date[]>
      version: Generated<number>
    }
    course_session_note: {
      session_id: string
      written_by: string
      words: string
      written_at: Date
    }
    group_caution: {
      id: Generated<string>
      case_id: string
      person_id: string
      kind: string
      other_person_id: string | null
      words: Generated<string>
      made_by: string
      made_at: Date
      ended_at: Date | null
      ended_by: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    unfiled_register: {
      id: string
      author_id: string
      session_id: string | null
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
