import type { Capability } from '../platform/capability.ts'
import { correctionRoutes } from './routes.ts'

export { acknowledgeCorrection, correctFact, liftRestriction, type SaidBeside } from './correct-fact.ts'
export { BesideFact } from './views/beside-fact.tsx'
export { CorrectFact } from './views/correct-fact.tsx'

export const capability: Capability = { routes: correctionRoutes }
