// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { ColumnType, Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    output: {
      id: Generated<string>
      agency_id: string
      kind: string
      title: string
      happened_on: string
      people_count: Generated<number>
      hours: Generated<string>
      languages: Generated<string[]>
      evidence: string
      recorded_by: string
      recorded_at: Date
      withdrawn_by: string | null
      withdrawn_at: Date | null
    }
    smart_action: {
      id: Generated<string>
      agency_id: string
      specific: string
      measure: string
      target_id: string | null
      amount: number
      lead: string
      since_on: string
      due_on: string
      made_by: string
      made_at: Date
      closed_at: Date | null
      closed_by: string | null
      lead_account_id: string | null
    }
    smart_progress: {
      id: Generated<string>
      action_id: string
      said_on: string
      words: string
      done: number | null
      status: string
      reason: Generated<string>
      made_by: string
      made_at: Date
    }
    smart_reminder: {
      action_id: string
      account_id: string
      kind: string
      for_on: string
      told_at: Date
    }
    target: {
      id: Generated<string>
      position: Generated<number>
      name: string
      definition: string
      measure: string
      amount: number
      agency_id: string
      counted_agency_id: string | null
      since_on: string
      due_on: string
      version: Generated<number>
      made_by: string
      made_at: Date
      retired_at: Date | null
      retired_reason: Generated<string>
    }
    target_count: {
      target_id: string
      month: string
      delivered: string
      of_all: number
      people: number
      engagements: number
      counted_at: Date
    }
    target_override: {
      id: Generated<string>
      target_id: string
      status: string
      reason: string
      delivered: string
      computed: string
      set_by: string
      set_at: Date
      lifted_by: string | null
      lifted_at: Date | null
    }
    target_told: {
      id: ColumnType<number, never, never>
      target_id: string
      day: string
      definition: string
      counted_agency_id: string | null
      since_on: string
      delivered: string
      of_all: number
      people: number
      engagements: number
      told_at: Date
    }
    target_version: {
      target_id: string
      version: number
      name: string
      definition: string
      amount: number
      counted_agency_id: string | null
      since_on: string
      due_on: string
      reason: string
      replaced_by: string
      replaced_at: Date
    }
  }
}
