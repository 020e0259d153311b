import { resolve } from 'node:path'
import { backUp } from '../database/back-up.ts'
import { BackupProblem, type Manifest } from '../database/backup-file.ts'
import { findFaults } from '../database/check.ts'
import { restore } from '../database/restore.ts'
import { type BreakKind, type Verified, verifyAudit, witnessOf } from './audit/index.ts'
import type { Command, CommandContext } from './platform/capability.ts'
import { clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { findDatabase, findOwner, findReader } from './platform/find-database.ts'

/** A command on the database as a whole, which no login of the program may do; it runs before anything of the program starts. */
export interface UpkeepCommand extends Omit<Command, 'run'> {
  run(context: Pick<CommandContext, 'args' | 'flags' | 'print'> & { config: Config }): Promise<number>
}

const [failed, notUnderstood] = [1, 2]

export const upkeepCommands: UpkeepCommand[] = [
  {
    name: 'database apply',
    usage: '',
    summary: 'Bring the database to the present and keep the keys.',
    async run({ config, print }) {
      const { stop } = await findDatabase(config)
      await stop()
      print('The database is at its present schema.')
      return 0
    },
  },
  {
    name: 'audit verify',
    usage: '[--key FILE] [--json]',
    summary: 'Walk the chains of the audit and compare them with what was signed outside of the database.',
    async run({ flags, config, print }) {
      const { url, stop } = await findReader(config, 'auditor')
      try {
        const witness = witnessOf(config)
        const publicKey =
          typeof flags['key'] === 'string' ? resolve(config.THROUGHLINE_FROM, flags['key']) : witness.publicKey
        const verified = await verifyAudit(url, { ...witness, publicKey })
        print(flags['json'] ? JSON.stringify(verified) : saidOfAudit(verified))
        return verified.broken ? failed : 0
      } finally {
        await stop()
      }
    },
  },
  {
    name: 'backup',
    usage: 'FOLDER [--json]',
    summary: 'Save every row, as it stands at one instant, into a new folder. Everybody goes on working.',
    run: (context) =>
      withFolder(context, async (folder) => {
        const { url, stop } = await findReader(context.config, 'backup')
        try {
          const manifest = await backUp(url, folder, clock.now())
          say(context, { folder, ...totals(manifest) }, 'Saved')
          return 0
        } finally {
          await stop()
        }
      }),
  },
  {
    name: 'restore',
    usage: 'FOLDER [--json]',
    summary: 'Bring a backup into a new, empty database, and check that it is whole and closed.',
    run: (context) =>
      withFolder(context, async (folder) => {
        const { owner, stop } = await findOwner(context.config)
        try {
          const manifest = await restore(owner, folder)
          const found = await findDatabase(context.config)
          const faults = await findFaults(found.owner, found.app, manifest)
          await found.stop()
          say(context, { folder, ...totals(manifest), faults }, 'Restored')
          return faults.length === 0 ? 0 : failed
        } finally {
          await stop()
        }
      }),
  },
]

type Context = Parameters<UpkeepCommand['run']>[0]

async function withFolder(
  { args, flags, config, print }: Context,
  work: (folder: string) => Promise<number>,
): Promise<number> {
  if (!args[0]) {
    print('Say which folder.')
    return notUnderstood
  }
  try {
    return await work(resolve(config.THROUGHLINE_FROM, args[0]))
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error
    if (flags['json']) print(JSON.stringify({ refused: error.message }))
    console.error(`${error.message} Nothing was changed.`)
    return failed
  }
}

const totals = ({ tables, takenAt }: Manifest) => ({
  takenAt,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
})

type Said = ReturnType<typeof totals> & { folder: string; faults?: string[] }

function say({ flags, print }: Context, said: Said, verb: string): void {
  if (flags['json']) {
    print(JSON.stringify(said))
    return
  }
  print(`${verb}: ${said.rows} rows of ${said.tables} tables, as they stood at ${said.takenAt}, ${said.folder}`)
  for (const fault of said.faults ?? []) print(`Fault: ${fault}`)
}

const breaks: Record<BreakKind, string> = {
  edited: 'is not as it was written',
  missing: 'is missing, or another stands in its place',
  cut: 'was signed and is gone, with all behind it',
  rewritten: 'is not the one that was signed',
  'head-changed': 'is not where its chain says that it ends',
}

function saidOfAudit({ rows, lines, broken }: Verified): string {
  if (!broken) return `Whole: ${rows} rows, compared with ${lines} signed lines.`
  if ('line' in broken) return `Broken: line ${broken.line} of the signed heads is not as it was signed.`
  return `Broken: row ${broken.place} of shard ${broken.shard} ${breaks[broken.kind]}.`
}
