// Written by scripts/describe-tables.ts from the migrations: do not edit.
import type { Generated } from 'kysely'

declare module '../platform/tables.ts' {
  interface Tables {
    agreement: {
      id: Generated<string>
      title: string
      purpose: string
      legal_basis: string
      starts_on: string
      ends_on: string | null
      ended_at: Date | null
      made_at: Generated<Date>
      gateway: string | null
      needs_consent: Generated<boolean>
      review_on: string | null
      document_reference: Generated<string>
      edition: Generated<number>
      replaces_id: string | null
      admits_joiners: Generated<boolean>
      offered_at: Date | null
      in_force_at: Date | null
      reminded_on: string | null
      version: Generated<number>
    }
    agreement_grant: {
      id: Generated<string>
      agreement_id: string
      agency_kind: string | null
      relationship: string
      field_group: string
      may_contribute: Generated<boolean>
    }
    agreement_paper: {
      id: Generated<string>
      agreement_id: string
      title: string
      kind: string
      bytes: Buffer
      added_by: string
      added_at: Date
    }
    agreement_party: {
      agreement_id: string
      agency_id: string
      signed_at: Date | null
      signed_by: string | null
      signer_name: string | null
      signer_title: string | null
      has_joined: Generated<boolean>
    }
    legal_gateway: {
      code: string
      jurisdiction: string
      position: number
      citation: string
      needs_consent: Generated<boolean>
    }
    sight: {
      audience_id: string
      case_id: string
      agreement_id: string
      relationship: string
      person_id: string
      until: string
      reads: string[]
      writes: string[]
    }
  }
}
