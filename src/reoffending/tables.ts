// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    cohort: {
      id: Generated<string>
      agency_id: string
      title: string
      prison_id: string
      source_id: string
      from_on: string
      to_on: string
      made_by: string
      made_at: Date
      ended_at: Date | null
    }
    cohort_area: {
      cohort_id: string
      area: string
      people: number
      reoffenders: number
      expected: number
    }
    cohort_baseline: {
      id: Generated<string>
      cohort_id: string
      base_id: string | null
      rate: number | null
      people: number | null
      from_on: string | null
      to_on: string | null
      method: string
      set_by: string
      set_at: Date
      replaced_at: Date | null
    }
    cohort_result: {
      cohort_id: string
      counted_at: Date
      state: string
      people: Generated<number>
      reoffenders: Generated<number>
      reoffences: Generated<number>
      mature_on: string | null
      is_mature: Generated<boolean>
      scored: Generated<number>
      expected: Generated<number>
      scored_reoffenders: Generated<number>
      scored_mature_on: string | null
      scored_is_mature: Generated<boolean>
      severity: number | null
      severity_version: string | null
      unweighted: Generated<number>
      scores: Json
    }
    offence_record: {
      batch_id: string
      row: number
      identifier_type: string
      identifier: string
      reference: string | null
      offence_on: string
      outcome: string
      outcome_on: string | null
      kind: Generated<string>
      category: string | null
      jurisdiction: Generated<string>
      is_recordable: Generated<boolean>
      is_whole_history: Generated<boolean>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    severity_table: {
      id: Generated<string>
      agency_id: string
      version: string
      file_name: string
      weights: Json
      loaded_by: string
      loaded_at: Date
      replaced_at: Date | null
    }
  }
}
