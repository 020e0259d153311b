// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    answer: {
      id: Generated<string>
      assessment_id: string
      case_id: string
      person_id: string
      pathway: string
      question_key: string
      question_text: string
      locale: string
      value: Json
      shown_text: string
      is_no_answer: Generated<boolean>
      is_restricted: Generated<boolean>
      asked_by: string
      agency_id: string
      answered_at: Date
      good_until_on: string | null
      confirms_answer_id: string | null
      changes_answer_id: string | null
      asked_again_of_id: string | null
      asked_again_reason: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    answer_count: {
      agency_id: string
      month: string
      question_key: string
      answers: number
      kept: number
      changed: number
      asked_again: number
    }
    assessment: {
      id: Generated<string>
      case_id: string
      person_id: string
      type: string
      question_set_id: string
      begun_by: string
      begun_at: Date
      submitted_by: string | null
      submitted_at: Date | null
      skip_reason: string | null
      skipped_at: Date | null
      reset_reason: string | null
      reset_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    assessment_draft: {
      assessment_id: string
      case_id: string
      pathway: string
      is_restricted: Generated<boolean>
      typed: Json
      saved_by: string
      saved_at: Date
      is_done: Generated<boolean>
      has_restricted: Generated<boolean>
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    question_set: {
      id: Generated<string>
      type: string
      version: number
      body: Json
      published_at: Date | null
      retired_at: Date | null
      edited_by: string | null
      edit_version: Generated<number>
    }
  }
}
