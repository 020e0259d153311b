import type { ColumnType } from 'kysely'

/**
 * Every table, by name. Each capability adds its own in its `tables.ts`
 * (`declare module '../platform/tables.ts' { interface Tables { need: ... } }`), written by `scripts/describe-tables.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tables {}

/** A jsonb column: comes parsed, goes in as JSON text. */
export type Json = ColumnType<unknown, string | null, string | null>
