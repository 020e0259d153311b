import type { Capability } from '../platform/capability.ts'
import type { Locale } from '../platform/words.ts'
import { signInJobs } from './jobs.ts'
import type { PasswordProblem } from './password-rules.ts'
import { signInRoutes } from './routes/index.ts'
import { words } from './words.ts'

export { localPath } from './back-path.ts'
export { newPasswordLink, sendInvitation } from './password-links.ts'
export { type PasswordProblem, passwordProblem } from './password-rules.ts'
export { hashPassword } from './passwords.ts'
export type { Addressee } from './queries/passwords.ts'
export { setSessionCookie } from './routes/cookies.ts'
export { isProvedBy, waysToProve } from './routes/proof.ts'
export { turnSecondStepOff } from './second-step/keep-second-step.ts'
export { isOwnPassword } from './set-password.ts'
export { actorBefore, startSession } from './sign-in.ts'
export { countTry } from './tries.ts'
export { AccountFrame } from './views/account-frame.tsx'
export { NewPasswordInput } from './views/new-password-input.tsx'
export { type SignedIn, whoIs as whoSends, whoIsStill } from './who-is.ts'

/** Says in a language what is wrong with a new password: `passwordWords('it')('password.short')`. */
export const passwordWords: (locale: Locale) => (problem: PasswordProblem) => string = words

export const capability: Capability = {
  routes: signInRoutes,
  jobs: signInJobs,
  crontab: ['17 3 * * * forget-old-sign-ins'],
}
