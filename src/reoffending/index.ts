import type { Capability } from '../platform/capability.ts'
import { provenCommand } from './commands/proven.ts'
import { riskCommand } from './commands/risk.ts'

export const capability: Capability = { fileCommands: [provenCommand, riskCommand] }
