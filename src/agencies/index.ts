import type { Capability } from '../platform/capability.ts'
import type { Database } from '../platform/database.ts'
import { agencyCommands } from './commands.ts'
import { findPartnership } from './queries/partnership.ts'

export { listTeams, type Team } from './queries/teams.ts'

import { agencyRoutes } from './routes/index.ts'

export { type AgencyKind, addAgency, agencyCode, agencyKinds } from './add-agency.ts'
export {
  addAccount,
  changeAccess,
  changeAccount,
  disableAccount,
  enableAccount,
  humanRoles,
  isAppointed,
} from './keep-accounts.ts'
export { changeTeam } from './keep-team.ts'
export { agencyKindLabel, partLabel, pathwayLabel, roleLabel, statusLabel, workerRoleLabel } from './labels.ts'
export {
  type Account,
  type Colleague,
  getAccount,
  listAccounts,
  listColleagues,
  type NewAccount,
  type OwnDetails,
} from './queries/accounts.ts'
export { type Agency, findAgencyByCode, getAgency, listAgencies } from './queries/agencies.ts'
export { closeIntegration, insertIntegration as addIntegration } from './queries/integration-accounts.ts'
export { findLastChange, type LastChange } from './queries/last-change.ts'
export {
  findPartnership,
  getPartnership,
  getPartnershipId,
  listPathways,
  type Partnership,
  type Pathway,
} from './queries/partnership.ts'
export { type Permission, permissionsOf, type Role, roles, worksWithPeople } from './roles.ts'
export { doneSaid, phoneNumber, version, workEmail } from './routes/fields.ts'
export { isMeanwhile } from './routes/meanwhile.ts'
export { AgencyChoice } from './views/agency-choice.tsx'
export { ChangedMeanwhilePage, isToEdit } from './views/changed-meanwhile.tsx'
export { SettingsFrame } from './views/settings-frame.tsx'

/** Whether this database holds the demonstration: every page then says so. */
export async function isDemonstration(database: Database): Promise<boolean> {
  return (await findPartnership(database))?.isDemonstration ?? false
}

export const capability: Capability = { routes: agencyRoutes, commands: agencyCommands }
