// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    person: {
      id: Generated<string>
      given_name: string
      middle_names: Generated<string>
      family_name: string
      chosen_name: Generated<string>
      born_on: string | null
      sex: string | null
      nationality: string | null
      languages: Generated<string[]>
      interpreter_language: string | null
      access_needs: Generated<string[]>
      good_to_know: Generated<string>
      phone: Generated<string>
      search_text: ColumnType<string, never, never>
      merged_into_id: string | null
      corrected_fields: Generated<string[]>
      version: Generated<number>
      made_at: Generated<Date>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    person_address: {
      id: Generated<string>
      person_id: string
      kind: Generated<string>
      lines: Generated<string>
      postcode: Generated<string>
      has_none: Generated<boolean>
      is_hidden: Generated<boolean>
      from_on: string | null
      until_on: string | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    person_alias: {
      id: Generated<string>
      person_id: string
      given_name: Generated<string>
      family_name: string
      born_on: string | null
      source: Generated<string>
      search_text: ColumnType<string, never, never>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    person_identifier: {
      id: Generated<string>
      person_id: string
      type: string
      value: string
      problem: string | null
      source: Generated<string>
      known_at: Generated<Date>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    person_merge: {
      id: Generated<string>
      kept_person_id: string
      merged_person_id: string
      moved: Json
      merged_by: string
      merged_at: Date
      undone_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    person_version: {
      person_id: string
      version: number
      body: Json
      replaced_by: string
      replaced_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
