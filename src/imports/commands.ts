import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command, CommandContext } from '../platform/capability.ts'
import { config } from '../platform/config.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Imported, importPeople, tryImport } from './import-people.ts'
import { fileReasonOf, sayProblem } from './say-problem.ts'

export const importCommands: Command[] = [
  {
    name: 'import people',
    usage: 'FILE --agency CODE [--dry-run|--commit] [--json]',
    summary: 'Brings in a prison’s list, a CSV or a page of the prison search. Without --commit nothing changes.',
    refusals: {
      'file.not-found': 'There is no such file, or it may not be read. Look at the path.',
      'import.not-a-prison': 'Only a prison brings in who is in it. Give the code of a prison.',
    },
    run: runImport,
  },
]

async function runImport({ args, flags, database, actingFor, print }: CommandContext): Promise<number> {
  const [path] = args
  if (!path || typeof flags['agency'] !== 'string' || (flags['commit'] && flags['dry-run'])) {
    print('Usage: throughline import people FILE --agency CODE [--dry-run|--commit] [--json]')
    return 2
  }
  const bytes = await readFile(resolve(config.THROUGHLINE_FROM, path)).catch(() => undefined)
  if (!bytes) throw new Refusal('not found', 'file.not-found')
  const file = { name: basename(path), bytes }
  const actor = await actingFor(flags['agency'])
  const origin = { channel: 'command' } as const

  const imported = flags['commit']
    ? await database.change(actor, (change) => importPeople(change, file), origin)
    : await database.read(actor, (reading) => tryImport(reading, file), origin)
  const said = summaryOf(imported)
  if (flags['json']) print(JSON.stringify(said, null, 2))
  else for (const line of linesOf(said, Boolean(flags['commit']))) print(line)
  return said.errors.length > 0 ? 1 : 0
}

const nothing = { read: 0, added: 0, changed: 0, unchanged: 0, duplicates: 0, rejected: 0 }

function summaryOf(imported: Imported) {
  if ('problem' in imported) {
    const reason = `${imported.problem}: ${fileReasonOf('en', imported.problem)}`
    return { counts: nothing, errors: [{ row: 0, column: '', value: '', reason }], warnings: [], ignored: [] }
  }
  const { counts, errors, warnings, ignored } = imported
  const say = (problems: typeof errors) => problems.map((problem) => sayProblem('en', problem))
  return { counts, errors: say(errors), warnings: say(warnings), ignored }
}

function linesOf({ counts, errors, warnings, ignored }: ReturnType<typeof summaryOf>, isCommitted: boolean): string[] {
  const row = (problem: (typeof errors)[number]) =>
    `  row ${problem.row}, ${problem.column}: ${JSON.stringify(problem.value)}. ${problem.reason}`
  return [
    isCommitted ? 'Imported.' : 'Dry run: nothing has changed.',
    ...Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`),
    ...(errors.length > 0 ? ['Errors:', ...errors.map(row)] : []),
    ...(warnings.length > 0 ? ['Warnings:', ...warnings.map(row)] : []),
    ...(ignored.length > 0 ? [`Columns left out: ${ignored.map(({ column }) => column).join(', ')}`] : []),
  ]
}
