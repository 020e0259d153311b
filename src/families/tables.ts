// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    barred_contact: {
      id: Generated<string>
      case_id: string
      person_id: string
      name: string
      to_address: Generated<string>
      why: string
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
    family_check: {
      id: Generated<string>
      case_id: string
      person_id: string
      family_member_id: string
      is_own_wish: boolean
      is_safe: boolean
      outcome: string
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
    family_contact: {
      id: Generated<string>
      case_id: string
      person_id: string
      family_member_id: string
      kind: string
      happened_on: string
      made_by: string
      made_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    family_day: {
      id: Generated<string>
      agency_id: string
      starts_at: Date
      length_in_minutes: number
      how_to_come: string
      who_comes: Generated<string>
      places: number
      made_by: string
      made_at: Date
      called_off_at: Date | null
    }
    family_day_invitation: {
      id: Generated<string>
      family_day_id: string
      case_id: string
      person_id: string
      family_member_id: string | null
      consent_how: string | null
      invited_by: string
      invited_at: Date
      answer: string | null
      answered_at: Date | null
      attendance: string | null
      attended_by: string | null
      attended_at: Date | null
      outcome: Generated<string>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    family_invitation: {
      id: Generated<string>
      family_member_id: string
      code_hash: Buffer
      made_by: string
      made_at: Date
      ends_at: Date
      used_at: Date | null
    }
    family_member: {
      id: Generated<string>
      case_id: string
      person_id: string
      name: string
      relation: string
      way: string
      to_address: Generated<string>
      locale: string
      shares: string[]
      consent_how: string
      consented_at: Date
      recorded_by: string | null
      date_cleared_at: Date | null
      blocked_at: Date | null
      block_decision: string | null
      block_decided_by: string | null
      block_decided_at: Date | null
      conflict: Generated<string>
      family_number: string | null
      pin_hash: Buffer | null
      tries: Generated<number>
      joined_at: Date | null
      stopped_at: Date | null
      stopped_by: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    family_share_change: {
      id: Generated<string>
      case_id: string
      person_id: string
      family_member_id: string
      was: Generated<string[]>
      shares: string[]
      consent_how: string
      made_by: string | null
      made_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    family_word: {
      id: Generated<string>
      case_id: string
      person_id: string
      family_member_id: string
      kind: string
      words: string
      is_for_worker_only: boolean
      said_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
