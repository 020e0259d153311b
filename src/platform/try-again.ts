import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from 'pg'

// What passes by itself: the server restarts or hands over (57P01-57P03, 08xxx), or two changes crossed (40001, 40P01).
const passing = /^(57P0[123]|08\w{3}|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/
const mostTries = 6
const firstWait = 50 // milliseconds, doubled each time: 1.5 s in all

const serverEnds = /^57P0|^08/

/** Whether the server itself said no, and so kept nothing. */
export const isRefused = (error: unknown): boolean =>
  error instanceof DatabaseError && !serverEnds.test(error.code ?? '')

/** What failed may have been kept: nobody saw whether its commit arrived. */
export class UnknownOutcome extends Error {}

/** Tries work again that was rolled back by something that passes by itself; never what may have been kept. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === mostTries || !isPassing(error)) throw error
      await sleep(firstWait * 2 ** (tries - 1))
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof UnknownOutcome) return false
  const { code } = error as NodeJS.ErrnoException
  return code
    ? passing.test(code)
    : /^Connection terminated|Client has encountered a connection error/.test(error.message)
}
