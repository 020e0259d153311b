import type { Actor, Change } from '../platform/database.ts'
import type { JobContext, Jobs } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { chaseReferral, expireReferral } from './chase-referral.ts'
import { listDueReferrals } from './queries/due.ts'

/** Started by the clock, may run twice: each referral is chased or expired in a change of its own, in its sender's name. */
export const referralJobs: Jobs = {
  'chase-referrals': async ({ database, actor, actingFor, log }) => {
    const due = await database.read(actor, listDueReferrals)
    for (const { referralId, fromAgencyId, what } of due) {
      const work = what === 'EXPIRE' ? expireReferral : chaseReferral
      await once(database, actingFor(fromAgencyId), (change) => work(change, referralId), log, referralId)
    }
  },
}

/** One that fails does not keep the others waiting: it is due again at the next turn. */
async function once(
  database: JobContext['database'],
  actor: Actor,
  work: (change: Change) => Promise<void>,
  log: JobContext['log'],
  referralId: string,
): Promise<void> {
  try {
    await database.change(actor, work)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'referral.nothing-due') return
    log.error({ referralId, error }, 'a referral could not be chased')
  }
}
