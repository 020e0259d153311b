// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    guide_use: {
      id: Generated<string>
      programme_id: string
      version: number
      guide_key: string
      locale: string
      agency_id: string
      used_on: string
    }
    programme: {
      id: Generated<string>
      agency_id: string | null
      code: string
      forked_from_id: string | null
      forked_from_version: number | null
      made_by: string | null
      made_at: Date
    }
    programme_edition: {
      programme_id: string
      version: number
      package: Json
      how: string
      made_by: string | null
      made_at: Date
    }
  }
}
