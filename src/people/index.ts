import type { Capability } from '../platform/capability.ts'
import { peopleRoutes } from './routes/index.ts'

export { addAddress } from './change-record.ts'
export { findPeople, readSought } from './find-people.ts'
export {
  type IdentifierKind,
  type IdentifierProblem,
  identifierKinds,
  identifiersOf,
} from './identifiers/identifiers.ts'
export { type Jurisdiction, jurisdictions } from './identifiers/jurisdictions.ts'
export { croWithLetter, pncWithLetter } from './identifiers/police-numbers.ts'
export { readIdentifier } from './identifiers/read-identifier.ts'
export { identifierLabel } from './labels.ts'
export { languageName, readLanguage } from './languages.ts'
export { mergePeople, undoMerge } from './merge-people.ts'
export { cleanName, fullName, type Names, shownName } from './names.ts'
export type { FoundPerson } from './queries/find.ts'
export {
  insertAliases as addAliases,
  insertIdentifiers as addIdentifiers,
  insertPeople as addPeople,
  matchPeople,
  type PersonFields,
  type PersonMatch,
  type PersonSought,
  removeAliases,
  removeIdentifiers,
  updatePeople as changePeople,
} from './queries/incoming.ts'

export const capability: Capability = { routes: peopleRoutes }
