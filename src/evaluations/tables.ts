// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    evaluation: {
      id: Generated<string>
      agency_id: string
      about: string
      title: string
      question: string
      design: string
      measures: Generated<string[]>
      share_without: string | null
      share_with: string | null
      power: string | null
      ratio: number | null
      from_on: string
      until_on: string
      led_by: string
      approval: Generated<string>
      version: Generated<number>
      made_by: string
      made_at: Date
      began_at: Date | null
      began_by: string | null
      reported_at: Date | null
      reported_by: string | null
      stopped_at: Date | null
      stopped_by: string | null
      stopped_reason: Generated<string>
    }
    evaluation_entry: {
      id: Generated<string>
      evaluation_id: string
      kind: string
      words: string
      analysis_id: string | null
      analysis_title: Generated<string>
      made_by: string
      made_at: Date
    }
  }
}
