import { pino } from 'pino'
import { config } from './config.ts'

/** Log lines as JSON on standard error: ids and codes, never personal data. */
export const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2))
export type Log = Pick<typeof log, 'info' | 'warn' | 'error' | 'fatal'>
