// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    analysis: {
      id: Generated<string>
      agency_id: string
      method: string
      title: string
      file_name: string
      file: Buffer
      columns: string[]
      question: Json
      state: Generated<string>
      problem: Json
      finding: Json
      made_by: string
      made_at: Date
      asked_at: Date | null
      started_at: Date | null
      ended_at: Date | null
      forget_at: Date
    }
    case_story: {
      id: Generated<string>
      case_id: string
      person_id: string
      title: string
      words: string
      locale: string
      is_public: Generated<boolean>
      written_by: string
      written_at: Date
      removed_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    public_quarter: {
      quarter_on: string
      counted_at: Date
      published_at: Date | null
      published_by: string | null
    }
    public_result: {
      quarter_on: string
      measure: string
      prison: Generated<string>
      people: number | null
      counted: number | null
      counted_at: Date
    }
  }
}
