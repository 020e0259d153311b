import type { Capability } from '../platform/capability.ts'
import { consentRoutes } from './routes/consents.ts'

export { type Answer, answerAfter, type ConsentKind } from './answers.ts'
export { recordConsent } from './record-consent.ts'

export const capability: Capability = { routes: consentRoutes }
