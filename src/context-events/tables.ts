// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    context_event: {
      id: Generated<string>
      kind: string
      title: string
      words: Generated<string>
      organisation: Generated<string>
      happened_on: string
      until_on: string | null
      amount_in_pence: number | null
      currency: Generated<string>
      is_lost: Generated<boolean>
      funder: Generated<string>
      conditions: Generated<string>
      rating: Generated<string>
      actions: Generated<string>
      source: string
      made_by: string
      made_at: Date
      withdrawn_by: string | null
      withdrawn_at: Date | null
    }
  }
}
