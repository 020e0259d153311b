// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    access: {
      audience_id: string
      case_id: string
      field_group: string
      person_id: string
      may_contribute: boolean
      until: string | null
      agreement_id: string
    }
    agreement: {
      id: Generated<string>
      title: string
      purpose: string
      legal_basis: string
      starts_on: string
      ends_on: string | null
      ended_at: Date | null
      made_at: Generated<Date>
    }
    agreement_grant: {
      id: Generated<string>
      agreement_id: string
      agency_kind: string | null
      relationship: string
      field_group: string
      may_contribute: Generated<boolean>
    }
    agreement_party: {
      agreement_id: string
      agency_id: string
    }
  }
}
