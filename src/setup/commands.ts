import type { Command } from '../platform/capability.ts'
import { passwordProblem, passwordWords } from '../sign-in/index.ts'
import { firstThings, thingsOf } from './first-things.ts'
import { setUpPartnership } from './set-up-partnership.ts'
import { words } from './words.ts'

const wrong = 2
const flagOf = { name: 'name', jurisdiction: 'jurisdiction', locale: 'language', agencyName: 'agency-name' } as const
const others = {
  agencyKind: 'agency-kind',
  agencyCode: 'agency-code',
  adminName: 'admin-name',
  adminEmail: 'admin-email',
}
const flagNames: Record<string, string> = { ...flagOf, ...others }
const languageOf: Record<string, string> = { 'UK-EW': 'en', IT: 'it', NL: 'nl' }

export const setupCommands: Command[] = [
  {
    name: 'setup',
    usage:
      '--name NAME --jurisdiction UK-EW|IT|NL [--language en|it|nl] --agency-code CODE --agency-kind KIND --agency-name NAME ' +
      '--admin-email ADDRESS --admin-name NAME [--admin-password PASSWORD] [--json]',
    summary:
      'Make the partnership, its first agency and its first administrator. Without a password a link is printed.',
    async run({ flags, database, print }) {
      const typed = Object.fromEntries(Object.entries(flagNames).map(([field, flag]) => [field, flags[flag]]))
      typed['locale'] ??= languageOf[String(typed['jurisdiction'])] ?? 'en'
      const read = firstThings.safeParse(typed)
      if (!read.success) {
        for (const { path, message } of read.error.issues) {
          print(`--${flagNames[String(path[0])]}: ${words('en')(message as 'too-long')}.`)
        }
        return wrong
      }
      const password = flags['admin-password']
      const problem = password === undefined ? undefined : passwordProblem(String(password), [read.data.adminEmail])
      if (problem) {
        print(`--admin-password: ${passwordWords('en')(problem)}.`)
        return wrong
      }
      const started = await setUpPartnership(database, thingsOf(read.data), password as string | undefined)
      if (flags['json']) print(JSON.stringify(started))
      else {
        print(`${read.data.name} is set up. ${read.data.adminEmail} is its administrator and coordinator.`)
        if (started.link) print(`They set a password here, once, within seven days:\n${started.link}`)
      }
      return 0
    },
  },
]
