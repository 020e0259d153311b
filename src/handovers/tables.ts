// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    handover: {
      id: Generated<string>
      case_id: string
      person_id: string
      from_agency_id: string
      from_account_id: string
      to_agency_id: string
      to_account_id: string
      receiver_party_id: string | null
      meets_at: Date
      meets_how: string
      meets_place: Generated<string>
      why: Generated<string>
      release_on: string | null
      proposed_at: Date
      held_number: Generated<number>
      held_at: Date | null
      held_how: string | null
      held_place: Generated<string>
      attended: Json
      own_words: Generated<string>
      sent_by: string | null
      sent_at: Date | null
      answered_at: Date | null
      answered_how: string | null
      answer_words: Generated<string>
      beside_id: string | null
      went_on_by: string | null
      went_on_at: Date | null
      went_on_words: Generated<string>
      accepted_by: string | null
      accepted_at: Date | null
      overlap_in_days: number | null
      ended_by: string | null
      ended_at: Date | null
      end_reason: string | null
      end_words: Generated<string>
      transfer_id: string | null
      chased_at: Date | null
      chased_count: Generated<number>
      state: Generated<string>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    handover_part: {
      id: Generated<string>
      handover_id: string
      case_id: string
      person_id: string
      held_number: number
      field_group: string
      lines: Json
      frozen_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    handover_point: {
      id: Generated<string>
      handover_id: string
      case_id: string
      person_id: string
      held_number: number
      place: number
      words: string
      who: string
      due_on: string | null
      step_id: string | null
      agreed_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
