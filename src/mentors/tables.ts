// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    mentee_wish: {
      id: Generated<string>
      case_id: string
      person_id: string
      prefers: Generated<string>
      gender: Generated<string>
      place: string
      languages: Generated<string[]>
      interests: Generated<string[]>
      matters: Generated<string[]>
      words: Generated<string>
      asked_on: string
      made_by: string
      made_at: Date
      ended_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    mentor: {
      id: Generated<string>
      agency_id: string
      account_id: string | null
      name: string
      stage: Generated<string>
      came_from: string
      supervisor_id: string | null
      gender: string
      prefers: Generated<string>
      places: Generated<string[]>
      languages: Generated<string[]>
      interests: Generated<string[]>
      experience: Generated<string[]>
      weekdays: Generated<number[]>
      most_mentees: Generated<number>
      added_by: string
      added_at: Date
      left_on: string | null
      left_why: Generated<string>
      version: Generated<number>
    }
    mentor_entry: {
      id: Generated<string>
      mentor_id: string
      kind: string
      code: Generated<string>
      happened_on: string
      until_on: string | null
      minutes: number | null
      words: Generated<string>
      standard_id: string | null
      made_by: string
      made_at: Date
      ended_at: Date | null
      ended_words: Generated<string>
    }
    mentor_match: {
      id: Generated<string>
      mentor_id: string
      case_id: string
      person_id: string
      wish_id: string
      reasons: Generated<string[]>
      proposed_by: string
      proposed_at: Date
      mentor_answer: string | null
      mentor_answered_at: Date | null
      person_answer: string | null
      person_answered_at: Date | null
      risk_words: Generated<string>
      risk_places: Generated<string>
      risk_signed_by: string | null
      risk_signed_at: Date | null
      gate_on: string | null
      gate_answer: string | null
      gate_answered_at: Date | null
      ended_on: string | null
      ended_why: string | null
      ended_words: Generated<string>
      ended_by: string | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    mentor_session: {
      id: string
      mentor_id: string
      match_id: string | null
      case_id: string | null
      person_id: string | null
      kind: string
      happened_on: string
      minutes: number | null
      topics: Generated<string[]>
      words: Generated<string>
      made_by: string
      made_at: Date
      withdrawn_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    mentoring_scheme: {
      agency_id: string
      training_target_in_minutes: Generated<number>
      lapse_after_days: Generated<number>
      changed_by: string
      changed_at: Date
    }
    mentoring_standard: {
      id: Generated<string>
      agency_id: string
      position: number
      title: string
      asks: Generated<string>
      shown_by: Generated<string[]>
      words: Generated<string>
      made_by: string
      made_at: Date
      removed_at: Date | null
    }
  }
}
