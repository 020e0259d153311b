// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    recommendation: {
      id: Generated<string>
      review: string
      number: Generated<string>
      topic: string | null
      words: Generated<string>
      source: string
      evidence: string | null
      position: Generated<number>
      made_by: string | null
      made_at: Generated<Date>
      retired_at: Date | null
      retired_by: string | null
    }
    recommendation_standing: {
      id: Generated<string>
      recommendation_id: string
      agency_id: string
      state: string
      lead: Generated<string>
      due_on: string | null
      words: Generated<string>
      said_by: string
      said_at: Date
      replaced_at: Date | null
    }
  }
}
