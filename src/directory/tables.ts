// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'
import type { Json } from '../platform/tables.ts'

declare module '../platform/tables.ts' {
  interface Tables {
    service: {
      id: Generated<string>
      agency_id: string | null
      provider_name: string
      provider_email: Generated<string>
      provider_phone: Generated<string>
      name: string
      plain_words: Generated<string>
      type: string
      pathways: string[]
      place: Generated<string>
      is_in_prison: Generated<boolean>
      prisons: Generated<string[]>
      areas: Generated<string[]>
      eligibility: Json
      offers: Generated<string[]>
      unit: Generated<string>
      capacity: number | null
      places_free: number | null
      wait_in_days: number | null
      lead_time_in_days: number | null
      opening_hours: Generated<string>
      contact: Generated<string>
      verified_on: string
      closed_until_on: string | null
      withdrawn_at: Date | null
      version: Generated<number>
      made_at: Generated<Date>
    }
    service_revision: {
      service_id: string
      version: number
      body: Json
      made_by: string
      made_at: Date
    }
  }
}
