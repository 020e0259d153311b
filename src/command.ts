import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findAgencyByCode } from './agencies/index.ts'
import { type Command, type CommandWords, type FileCommand, loadCapabilities } from './platform/capability.ts'
import { config } from './platform/config.ts'
import { systemFor } from './platform/jobs.ts'
import { log } from './platform/log.ts'
import { Refusal } from './platform/refusal.ts'
import { startProgram } from './program.ts'
import { upkeepCommands } from './upkeep.ts'

// The command `throughline`: one word list a capability's command, then what it needs. Prints on standard output; with
// --json nothing but JSON. Exit 0 done, 1 done with something refused, 2 not understood.

const switches = ['json', 'dry-run', 'commit', 'help'] // take no value, so what follows is not theirs

const print = (line: string) => console.log(line)

process.exitCode = await main(process.argv.slice(2))

async function main(words: string[]): Promise<number> {
  const capabilities = await loadCapabilities()
  const commands = [...capabilities.values()].flatMap((capability) => capability.commands ?? [])
  const fileCommands = [...capabilities.values()].flatMap((capability) => capability.fileCommands ?? [])
  const all = [...upkeepCommands, ...commands, ...fileCommands]
  const spoken = readWords(words).positionals.join(' ')
  const isSpoken = ({ name }: CommandWords) => spoken === name || spoken.startsWith(`${name} `)
  const named = all.find(isSpoken)
  const { positionals, flags } = readWords(words, named?.switches)
  if (spoken === '' || positionals[0] === 'help' || (!named && flags['help'])) return help(all)
  if (!named) {
    console.error(`There is no command "${spoken}". \`npx throughline help\` lists all.`)
    return 2
  }
  if (flags['help']) return helpOn(named)

  const args = positionals.slice(named.name.split(' ').length)
  const upkeep = upkeepCommands.find(isSpoken)
  if (upkeep) return upkeep.run({ args, flags, config, print })
  const command = commands.find(isSpoken)
  return command ? run(command, args, flags) : runOnFiles(fileCommands.find(isSpoken)!, args, flags)
}

function runOnFiles(command: FileCommand, args: string[], flags: Record<string, string | true>): Promise<number> {
  return command.run({ args, flags, print, fileAt: (name) => resolve(config.THROUGHLINE_FROM, name) })
}

async function run(command: Command, args: string[], flags: Record<string, string | true>): Promise<number> {
  const program = await startProgram(config)
  try {
    return await command.run({
      args,
      flags,
      database: program.database,
      print,
      async actingFor(code) {
        const agency = await findAgencyByCode(program.database, code)
        if (!agency) throw new Refusal('not found', 'agency.not-found')
        return { ...systemFor(agency.id), agencyName: agency.name, agencyKind: agency.kind }
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) log.error({ error }, 'the command ended with a fault')
    if (error instanceof Refusal && flags['json']) console.log(JSON.stringify({ refused: error.code }))
    console.error(
      error instanceof Refusal ? wordsOf(command, error.code) : error instanceof Error ? error.message : error,
    )
    return 1
  } finally {
    await program.stop()
  }
}

function wordsOf({ refusals }: Command, code: string): string {
  const noAgency = 'No agency has this code. `npx throughline agencies list` shows all.'
  const said = refusals?.[code] ?? (code === 'agency.not-found' ? noAgency : undefined)
  return `Refused (${code}). ${said ? `${said} ` : ''}Nothing was changed.`
}

function help(commands: CommandWords[]): number {
  const lines = commands.map((words) => ({ call: callOf(words), summary: words.summary }))
  console.log('Throughline: one record that follows a person from prison, through the gate, to a settled life.\n')
  for (const { call, summary } of lines.sort((a, b) => (a.call < b.call ? -1 : 1)))
    console.log(`  npx ${call}\n      ${summary}`)
  console.log(
    '\nEach with --help says more. Those on the record find the database of DATABASE_URL, or start the embedded',
  )
  console.log('one in DATA_DIR, and migrate it.')
  return 0
}

function helpOn(command: CommandWords): number {
  console.log(`  npx ${callOf(command)}\n      ${command.summary}`)
  for (const line of command.details ?? []) console.log(`  ${line}`)
  return 0
}

function callOf({ name, usage }: CommandWords): string {
  return `throughline ${name} ${usage}`.trim()
}

/** `--name value`, `--name=value` and `--name` alone, wherever they stand; the rest in order. */
function readWords(
  words: string[],
  more: string[] = [],
): { positionals: string[]; flags: Record<string, string | true> } {
  const isSwitch = new Set([...switches, ...more])
  const { tokens } = parseArgs({ args: words, strict: false, allowPositionals: true, tokens: true })
  const flags: Record<string, string | true> = {}
  const positionals: string[] = []
  let open: string | undefined
  for (const token of tokens) {
    if (token.kind === 'option') {
      flags[token.name] = token.value ?? true
      open = token.value === undefined && !isSwitch.has(token.name) ? token.name : undefined
    } else if (token.kind === 'positional') {
      if (open) flags[open] = token.value
      else positionals.push(token.value)
      open = undefined
    }
  }
  return { positionals, flags }
}
