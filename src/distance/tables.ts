// Written by scripts/describe-tables.ts from the migrations: do not edit.
export {}

declare module '../platform/tables.ts' {
  interface Tables {
    distance_count: {
      agency_id: string
      measure: string
      quarter: string
      forward: number
      same: number
      back: number
      counted_at: Date
    }
    pathway_flow: {
      agency_id: string
      pathway: string
      began: string
      stands: string
      people: number
      counted_at: Date
    }
  }
}
