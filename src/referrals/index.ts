import type { Capability } from '../platform/capability.ts'
import { referralJobs } from './jobs.ts'
import { referralRoutes } from './routes/index.ts'

export { acceptReferral, declineReferral, receiveReferral } from './answer-referral.ts'
export { endReferral, startReferral, withdrawReferral } from './end-referral.ts'
export { countReferrals, type ReferralCount } from './queries/counts.ts'
export { getReferral, listReferralsOfCase, type Referral } from './queries/referrals.ts'
export { listFitsOf } from './read-choices.ts'
export { type DeclineReason, declineReasons } from './reasons.ts'
export { isOpen, type ReferralState, referralStates } from './referral-states.ts'
export { type NewReferral, sendReferral } from './send-referral.ts'
export { declineLabel, stateLabel } from './views/state.tsx'

export const capability: Capability = {
  routes: referralRoutes,
  jobs: referralJobs,
  crontab: ['*/15 * * * * chase-referrals'],
}
