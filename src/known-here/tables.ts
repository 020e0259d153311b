// Written by scripts/describe-tables.ts from the migrations: do not edit.
export {}

declare module '../platform/tables.ts' {
  interface Tables {
    known_here_question: {
      id: string
      asked_hash: Buffer
      asked_by: string
      agency_id: string
      asked_agency_id: string
      is_known: boolean
      purpose: string
      asked_at: Date
    }
  }
}
