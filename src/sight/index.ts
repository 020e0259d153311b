import type { Capability } from '../platform/capability.ts'
import { sightRoutes } from './routes.ts'

export { fieldGroupLabel, relationshipLabel } from './labels.ts'
export { type Effect, listEffects } from './queries.ts'
export { type FieldGroupCode, fieldGroups, type Relationship, relationships } from './sight-words.ts'

export const capability: Capability = { routes: sightRoutes }
