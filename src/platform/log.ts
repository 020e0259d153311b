import { pino } from 'pino'
import { config } from './config.ts'

/** Log lines as JSON on standard error: ids and codes, never personal data. */
export const log = pino(
  { level: config.LOG_LEVEL, base: null, serializers: { error: withoutValues } },
  pino.destination(2),
)
export type Log = Pick<typeof log, 'info' | 'warn' | 'error' | 'fatal'>

interface AnyError {
  name?: string
  message?: string
  code?: string
  stack?: string
  table?: string
  column?: string
  constraint?: string
}

/**
 * An error as the log may keep it: what and where. PostgreSQL puts the whole row into the detail of an error, and a parser the
 * text it could not read into its message; so the detail goes and what stands in quotes or brackets is left out.
 */
export function withoutValues(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { name: typeof error }
  const { name, message = '', code, stack = '', table, column, constraint } = error as AnyError
  const said = message
    .split('\n')[0]!
    .slice(0, 300)
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|\([^)]*\)?|=.*/g, '…')
  const at = stack.split('\n').filter((line) => /^ +at /.test(line))
  return { name, code, said, table, column, constraint, stack: at.join('\n') }
}
