import type { Command } from '../platform/capability.ts'
import { systemFor } from '../platform/jobs.ts'
import { addAgency, agencyCode, agencyKinds } from './add-agency.ts'
import { agencyKindLabel } from './labels.ts'
import { listAgencies } from './queries/agencies.ts'

const nobodysAgency = '00000000-0000-0000-0000-000000000000'
const wrong = 2

export const agencyCommands: Command[] = [
  {
    name: 'agencies add',
    usage: 'CODE --kind KIND --name NAME [--json]',
    summary: `Take an agency into the partnership. Kinds: ${agencyKinds.join(', ')}.`,
    async run({ args, flags, database, print }) {
      const code = (args[0] ?? '').toUpperCase()
      const kind = agencyKinds.find((each) => each === flags['kind'])
      const name = typeof flags['name'] === 'string' ? flags['name'].trim() : ''
      if (!agencyCode.test(code) || !kind || !name || name.length > 120) {
        print(
          'Give a code of 2 to 16 capitals and digits, --kind (one of those listed) and --name (120 letters at most).',
        )
        return wrong
      }
      const id = await database.change(systemFor(nobodysAgency), (change) => addAgency(change, { code, kind, name }), {
        channel: 'command',
      })
      print(flags['json'] ? JSON.stringify({ id, code, kind, name }) : `${code} ${name} is in the partnership.`)
      return 0
    },
  },
  {
    name: 'agencies list',
    usage: '[--json]',
    summary: 'List the agencies of the partnership.',
    async run({ flags, database, print }) {
      const agencies = await database.read(systemFor(nobodysAgency), listAgencies, { channel: 'command' })
      if (flags['json']) print(JSON.stringify(agencies))
      else for (const { code, kind, name } of agencies) print(`${code}\t${agencyKindLabel('en', kind)}\t${name}`)
      return 0
    },
  },
]
