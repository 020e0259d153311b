// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    data_breach: {
      id: Generated<string>
      owner_agency_id: string
      what_happened: string
      found_at: Date
      kinds: string[]
      whose: string
      people_count: number
      risk: string
      contained: Generated<string>
      regulator_told_at: Date | null
      regulator_reference: Generated<string>
      regulator_not_because: Generated<string>
      people_told_at: Date | null
      people_not_because: Generated<string>
      lessons: Generated<string>
      recorded_by: string
      recorded_at: Date
      warned_of_24_at: Date | null
      warned_of_4_at: Date | null
      version: Generated<number>
    }
  }
}
