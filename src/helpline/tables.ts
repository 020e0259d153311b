// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    crisis_plan: {
      id: Generated<string>
      person_id: string
      case_id: string
      version: number
      signs: Generated<string>
      helps: Generated<string>
      people: Generated<string>
      places: Generated<string>
      avoid: Generated<string>
      is_with_person: boolean
      call_id: string | null
      written_by: string
      written_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    helpline: {
      id: Generated<string>
      agency_id: string
      name: string
      phone: Generated<string>
      made_by: string
      made_at: Date
      closed_at: Date | null
      version: Generated<number>
    }
    helpline_call: {
      id: Generated<string>
      helpline_id: string
      switch_ref: string | null
      from_phone: Generated<string>
      rang_at: Date
      answered_at: Date | null
      hung_up_at: Date | null
      operator_id: string | null
      taken_at: Date | null
      draft: Json
      saved_at: Date | null
      closed_at: Date | null
      caller: string | null
      person_id: string | null
      case_id: string | null
      caller_name: Generated<string>
      feeling: string | null
      words: Generated<string>
      risk: string | null
      did: Generated<string[]>
      passed_to: Generated<string[]>
      agreed: Generated<string>
      note_id: string | null
      answers_call_back_id: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    helpline_call_back: {
      id: Generated<string>
      helpline_id: string
      call_id: string
      promised_at: Date
      due_at: Date
      phone: Generated<string>
      words: Generated<string>
      made_by: string
      made_at: Date
      rung_at: Date | null
      told_at: Date | null
      first_taken_at: Date | null
      taken_by: string | null
      taken_at: Date | null
      done_at: Date | null
      outcome: string | null
      tries: Generated<number>
    }
    helpline_hand_off: {
      id: Generated<string>
      helpline_id: string
      call_id: string
      person_id: string
      case_id: string
      to_account_id: string
      words: string
      is_agreed: boolean
      due_on: string
      made_by: string
      made_at: Date
      done_at: Date | null
      done_by: string | null
      done_words: Generated<string>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    helpline_key: {
      helpline_id: string
      inner_pad: Buffer
      outer_pad: Buffer
      made_by: string
      made_at: Date
      heard_at: Date | null
    }
    helpline_number: {
      id: Generated<string>
      jurisdiction: string
      name: string
      phone: string
      used_when: Generated<string>
      is_emergency: Generated<boolean>
      position: number
      changed_by: string | null
      changed_at: Date | null
      removed_at: Date | null
      version: Generated<number>
    }
    helpline_shift: {
      id: Generated<string>
      helpline_id: string
      account_id: string
      starts_at: Date
      ends_at: Date
      began_at: Date | null
      left_at: Date | null
      made_by: string
      made_at: Date
      cancelled_at: Date | null
    }
    helpline_swap: {
      id: Generated<string>
      helpline_id: string
      shift_id: string
      for_shift_id: string | null
      asked_by: string
      asked_at: Date
      to_account_id: string | null
      answer: string | null
      answered_by: string | null
      answered_at: Date | null
    }
  }
}
