// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    goal: {
      id: Generated<string>
      case_id: string
      person_id: string
      words: string
      kind: string
      pathways: Generated<string[]>
      need_ids: Generated<string[]>
      status: Generated<string>
      status_reason: Generated<string>
      made_by: string
      made_at: Date
      closed_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    lead_time_edition: {
      edition: number
      kinds: Json
      made_by: string | null
      made_at: Generated<Date>
    }
    plan_reply: {
      id: Generated<string>
      case_id: string
      person_id: string
      goal_id: string | null
      agreement: string | null
      words: Generated<string>
      said_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    plan_review: {
      id: Generated<string>
      case_id: string
      person_id: string
      number: number
      reviewed_on: string
      agreement: string
      own_words: Generated<string>
      contribution: Generated<string>
      present_ids: Generated<string[]>
      others_present: Generated<string>
      epics_stage: string
      aspire_stage: string
      next_on: string | null
      content: Json
      made_by: string
      made_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    step: {
      id: Generated<string>
      case_id: string
      person_id: string
      pathway: string | null
      need_id: string | null
      title: string
      due_on: string | null
      is_for_person: Generated<boolean>
      responsible_agency_id: string | null
      responsible_account_id: string | null
      status: Generated<string>
      status_reason: Generated<string>
      made_by: string
      made_at: Date
      closed_at: Date | null
      version: Generated<number>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      goal_id: string | null
      kind: Generated<string>
      done_when: Generated<string>
      lead_kind: string | null
      waits_for: Generated<string[]>
      contributing_ids: Generated<string[]>
      informed_ids: Generated<string[]>
    }
  }
}
