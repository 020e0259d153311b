import type { FileCommand } from '../platform/capability.ts'
import { matchCommand } from './matching/match-command.ts'
import { powerCommand } from './planning/power-command.ts'
import { itsCommand } from './series/its-command.ts'
import { survivalCommand } from './survival/survival-command.ts'

export const outcomeCommands: FileCommand[] = [survivalCommand, matchCommand, itsCommand, powerCommand]
