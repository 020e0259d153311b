// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    learning_feedback: {
      output_id: string
      question: number
      of_group: string
      answered: number
      agreed: number
      words: Generated<string>
      entered_by: string
      entered_at: Date
    }
    learning_set: {
      output_id: string
      agenda: Generated<string>
      questions: Generated<string[]>
      report_en: Generated<string>
      report_it: Generated<string>
      report_nl: Generated<string>
      written_by: string
      written_at: Date
      shared_by: string | null
      shared_at: Date | null
      version: Generated<number>
    }
  }
}
