// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    subject_access_bundle: {
      id: Generated<string>
      request_id: string
      person_id: string
      item_count: number
      built_at: Date
      pdf: Buffer | null
      json: Buffer | null
      pdf_hash: Buffer
      json_hash: Buffer
      pdf_taken_at: Date | null
      json_taken_at: Date | null
      taken_by: string | null
      given_on: string | null
      given_to: Generated<string>
      given_how: Generated<string>
      given_by: string | null
      given_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    subject_access_item: {
      id: Generated<string>
      request_id: string
      part_id: string
      person_id: string
      kind: string
      subject_id: string
      field_group: string
      happened_at: Date | null
      is_plain: boolean
      fields: Json
      decision: string | null
      exemption: string | null
      marks: Json
      decided_by: string | null
      decided_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    subject_access_part: {
      id: Generated<string>
      request_id: string
      person_id: string
      handling_agency_id: string
      is_apart: boolean
      decided_at: Date | null
      decided_by: string | null
      checked_at: Date | null
      checked_by: string | null
      returned_words: Generated<string>
      told_at: Date | null
      told_late_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    subject_access_pause: {
      id: Generated<string>
      request_id: string
      person_id: string
      question: string
      asked_on: string
      answered_on: string | null
      asked_by: string
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    subject_access_request: {
      id: Generated<string>
      person_id: string
      case_id: string
      person_name: string
      asked_by: string
      asker_name: Generated<string>
      channel: string
      received_on: string
      proof: Generated<string>
      proved_on: string | null
      locale: string
      asked_agency_ids: string[] | null
      own_request_id: string | null
      logged_by: string | null
      logged_at: Date
      extended_at: Date | null
      extended_by: string | null
      extension_reason: Generated<string>
      collected_at: Date | null
      withdrawn_at: Date | null
      withdrawn_by: string | null
      withdrawn_reason: Generated<string>
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
