// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { ColumnType, Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    referral: {
      id: Generated<string>
      reference: string
      case_id: string
      person_id: string
      need_id: string
      service_id: string
      pathway: string
      from_agency_id: string
      from_account_id: string
      to_agency_id: string | null
      need_words: Generated<string>
      need_raised_at: Date | null
      why: string
      desired_outcomes: Generated<string[]>
      needed_by_on: string | null
      sent_at: Date
      received_at: Date | null
      received_by: string | null
      accepted_at: Date | null
      declined_at: Date | null
      decided_by: string | null
      decided_by_name: string | null
      decline_reason: string | null
      decline_words: Generated<string>
      starts_on: string | null
      named_worker: Generated<string>
      question: string | null
      asked_at: Date | null
      reply: string | null
      replied_at: Date | null
      started_at: Date | null
      started_by: string | null
      ended_at: Date | null
      end_kind: string | null
      end_reason: string | null
      end_words: Generated<string>
      ended_by: string | null
      persons_view: string | null
      expires_at: Date
      expired_at: Date | null
      chased_count: Generated<number>
      chased_at: Date | null
      version: Generated<number>
      status: ColumnType<string, never, never>
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
    }
    referral_count: {
      agency_id: string
      side: string
      pathway: string
      status: string
      month: string
      count: number
    }
    referral_link: {
      token_hash: Buffer
      referral_id: string
      made_at: Date
      expires_at: Date
      used_at: Date | null
    }
    referral_outcome: {
      id: Generated<string>
      referral_id: string
      words: string
      result: string
    }
    service_answer_count: {
      service_id: string
      month: string
      answer: string
      reason: Generated<string>
      count: number
      in_time_count: Generated<number>
      seconds: Generated<number>
    }
  }
}
