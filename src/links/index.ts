import type { Capability } from '../platform/capability.ts'
import { linkCommand } from './link-command.ts'

export { link } from './link.ts'

export const capability: Capability = { fileCommands: [linkCommand] }
