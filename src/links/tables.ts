// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    link_candidate: {
      low_person_id: string
      high_person_id: string
      levels: string[]
    }
    link_decision: {
      id: Generated<string>
      link_id: string
      state: string
      decided_by: string | null
      decided_at: Date
      reason: string
    }
    link_rate: {
      kind: string
      value: string
      people: number
      joined: number
      waiting: number
      counted_at: Date
    }
    link_run: {
      id: Generated<string>
      asked_by: string | null
      asked_at: Date
      started_at: Date | null
      looked: Generated<number>
      people: Generated<number>
      ended_at: Date | null
      how: string | null
      joined: number | null
      waiting: number | null
    }
    person_link: {
      id: Generated<string>
      low_person_id: string
      high_person_id: string
      state: string
      levels: string[]
      weights: number[]
      probability: number
      found_at: Date
      merge_id: string | null
      version: Generated<number>
    }
  }
}
