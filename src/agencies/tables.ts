// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    account: {
      id: Generated<string>
      agency_id: string
      email: string
      name: string
      job_title: Generated<string>
      phone: Generated<string>
      roles: Generated<string[]>
      locale: Generated<string>
      is_integration: Generated<boolean>
      invited_at: Date | null
      disabled_at: Date | null
      version: Generated<number>
      made_at: Generated<Date>
    }
    agency: {
      id: Generated<string>
      code: string
      kind: string
      name: string
      phone: Generated<string>
      email: Generated<string>
      place: Generated<string>
      person_term: string | null
      receiving_team_id: string | null
      closed_on: string | null
      version: Generated<number>
      made_at: Generated<Date>
    }
    partnership: {
      is_only: Generated<boolean>
      id: Generated<string>
      name: string
      jurisdiction: Generated<string>
      locale: Generated<string>
      is_demonstration: Generated<boolean>
      release_window_in_days: Generated<number>
      chase_after_days: Generated<number>
      expire_after_days: Generated<number>
      quiet_after_days: Generated<number>
      night_line_name: Generated<string>
      night_line_phone: Generated<string>
      version: Generated<number>
      made_at: Generated<Date>
    }
    pathway: {
      code: string
      position: number
      label_en: string | null
      label_it: string | null
      label_nl: string | null
      is_active: Generated<boolean>
      version: Generated<number>
    }
    team: {
      id: Generated<string>
      agency_id: string
      name: string
      closed_on: string | null
      version: Generated<number>
    }
    team_member: {
      team_id: string
      account_id: string
    }
  }
}
