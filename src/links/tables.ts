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
