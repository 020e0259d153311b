// Written by scripts/describe-tables.ts from the migrations: do not edit.
export {}

declare module '../platform/tables.ts' {
  interface Tables {
    digest: {
      account_id: string
      for_on: string
      sent_at: Date
      news: number
    }
    digest_choice: {
      account_id: string
      rhythm: string
      hour: number
      changed_at: Date
    }
  }
}
