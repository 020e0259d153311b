// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    hub: {
      id: Generated<string>
      agency_id: string
      name: string
      place: string
      made_by: string
      made_at: Date
      closed_at: Date | null
    }
    hub_desk: {
      id: Generated<string>
      hub_id: string
      agency_id: string
      name: string
      weekdays: Generated<number[]>
      opens_minute: Generated<number>
      closes_minute: Generated<number>
      made_by: string
      made_at: Date
      ended_at: Date | null
    }
    hub_desk_day: {
      desk_id: string
      on_day: string
      is_in: boolean
      changed_by: string
      changed_at: Date
    }
    hub_hand_off: {
      id: Generated<string>
      ticket_id: string
      hub_id: string
      from_desk_id: string
      to_desk_id: string
      person_id: string | null
      case_id: string | null
      line: Generated<string>
      note_id: string | null
      made_by: string
      made_at: Date
      accepted_by: string | null
      accepted_at: Date | null
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      referral_id: string | null
      declined_by: string | null
      declined_at: Date | null
      decline_reason: string | null
    }
    hub_presence: {
      id: Generated<string>
      hub_id: string
      desk_id: string
      account_id: string
      on_day: string
      came_at: Date
      left_at: Date | null
    }
    hub_screen: {
      id: Generated<string>
      hub_id: string
      kind: string
      code_hash: Buffer
      code_ends_at: Date
      tries: Generated<number>
      token_hash: Buffer | null
      entered_at: Date | null
      ends_at: Date
      ended_at: Date | null
      started_by: string
      started_at: Date
    }
    hub_ticket: {
      id: Generated<string>
      hub_id: string
      on_day: string
      number: number
      desk_id: string
      source: string
      state: Generated<string>
      arrived_at: Date
      waiting_since: Date
      called_at: Date | null
      first_seen_at: Date | null
      ended_at: Date | null
      handed_on: Generated<number>
      joined_desk_ids: Generated<string[]>
      version: Generated<number>
    }
    hub_visitor: {
      ticket_id: string
      person_id: string | null
      case_id: string | null
      first_name: Generated<string>
      why: Generated<string>
      added_at: Date
      owner_agency_id: string
      regime: Generated<'LAW_ENFORCEMENT' | 'GENERAL'>
      sensitivity: Generated<'STANDARD' | 'SENSITIVE' | 'RESTRICTED'>
      subject_category: Generated<'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'OTHER'>
      basis: Generated<'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY'>
      retention_class: Generated<'CASE' | 'SAFEGUARDING' | 'ADMINISTRATION'>
      appointment_id: string | null
    }
  }
}
