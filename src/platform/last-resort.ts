import { log } from './log.ts'

/**
 * What nobody caught is logged like any other fault, without the values it names, and the program goes on for everybody else: what
 * counts is in transactions, and one that did not end is rolled back. Called once the program answers; until then a fault ends it.
 */
export function catchTheRest(): void {
  process.on('uncaughtException', (error) => log.fatal({ error }, 'nobody caught this'))
  process.on('unhandledRejection', (error) => log.fatal({ error }, 'nobody waited for this'))
}
