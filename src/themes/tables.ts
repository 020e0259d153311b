// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    theme: {
      id: Generated<string>
      title: string
      area: string
      about: Generated<string>
      lead_agency_id: string
      opened_by: string
      opened_at: Date
      closed_at: Date | null
      closed_by: string | null
      closed_words: Generated<string>
      version: Generated<number>
    }
    theme_action: {
      id: Generated<string>
      theme_id: string
      meeting_id: string | null
      words: string
      owner_id: string
      due_on: string
      made_by: string
      made_at: Date
      done_by: string | null
      done_at: Date | null
      done_words: Generated<string>
    }
    theme_agency: {
      theme_id: string
      agency_id: string
      asked_by: string
      asked_at: Date
      left_at: Date | null
    }
    theme_case: {
      id: Generated<string>
      theme_id: string
      case_id: string
      person_id: string
      why: string
      linked_by: string
      linked_at: Date
      parted_by: string | null
      parted_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    theme_disposal: {
      theme_id: string
      reason: string
      proposed_by: string
      proposed_at: Date
      approved_by: string | null
      approved_at: Date | null
      done_at: Date | null
      meetings: number | null
      actions: number | null
      reports: number | null
      digest: string | null
    }
    theme_meeting: {
      id: Generated<string>
      theme_id: string
      held_on: string
      place: Generated<string>
      agenda: string
      attended: Generated<string>
      minutes: Generated<string>
      decisions: Generated<string>
      written_by: string
      written_at: Date
      settled_by: string | null
      settled_at: Date | null
      version: Generated<number>
    }
    theme_report: {
      id: Generated<string>
      theme_id: string
      title: string
      kind: string
      bytes: Buffer
      added_by: string
      added_at: Date
    }
  }
}
