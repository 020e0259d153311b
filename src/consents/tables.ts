// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    consent: {
      id: Generated<string>
      case_id: string
      person_id: string
      purpose: string
      agency_id: string
      kind: string
      answer: string
      how: string
      text_id: string
      locale: string
      said_on: string
      recorded_by: string
      recorded_at: Date
      replaced_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    consent_text: {
      id: Generated<string>
      kind: string
      edition: number
      words_en: string
      words_it: string
      words_nl: string
      made_by: string | null
      made_at: Generated<Date>
    }
  }
}
