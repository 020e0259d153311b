// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    import_batch: {
      id: Generated<string>
      agency_id: string
      file_name: string
      format: string
      file: Buffer | null
      columns: Json
      counts: Json
      made_by: string
      made_at: Date
      committed_at: Date | null
      undone_at: Date | null
      undo_report: Json
      version: Generated<number>
      kind: Generated<string>
    }
    import_mapping: {
      agency_id: string
      columns: Json
      saved_by: string
      saved_at: Date
      kind: Generated<string>
    }
    import_row: {
      batch_id: string
      row: number
      result: string
      incoming: Json
      problems: Json
      person_id: string | null
      case_id: string | null
      before: Json
      candidate_ids: Generated<string[]>
      resolution: string | null
      resolved_by: string | null
      resolved_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
  }
}
