import { parseArgs } from 'node:util'
import { findAgencyByCode } from './agencies/index.ts'
import { type Command, loadCapabilities } from './platform/capability.ts'
import { config } from './platform/config.ts'
import { systemFor } from './platform/jobs.ts'
import { log } from './platform/log.ts'
import { Refusal } from './platform/refusal.ts'
import { startProgram } from './program.ts'
import { upkeepCommands } from './upkeep.ts'

// The command `throughline`: one word list a capability's command, then what it needs. Prints on standard output; with
// --json nothing but JSON. Exit 0 done, 1 done with something refused, 2 not understood.

const isSwitch = new Set(['json', 'dry-run', 'commit', 'help']) // take no value, so what follows is not theirs

const print = (line: string) => console.log(line)

process.exitCode = await main(process.argv.slice(2))

async function main(words: string[]): Promise<number> {
  const { positionals, flags } = readWords(words)
  const capabilities = await loadCapabilities()
  const commands = [...capabilities.values()].flatMap((capability) => capability.commands ?? [])
  const isHelp = positionals.length === 0 || positionals[0] === 'help' || flags['help'] !== undefined
  if (isHelp) return help([...upkeepCommands, ...commands])

  const spoken = positionals.join(' ')
  const isSpoken = ({ name }: { name: string }) => spoken === name || spoken.startsWith(`${name} `)
  const argsOf = (name: string) => positionals.slice(name.split(' ').length)
  const upkeep = upkeepCommands.find(isSpoken)
  if (upkeep) return upkeep.run({ args: argsOf(upkeep.name), flags, config, print })
  const command = commands.find(isSpoken)
  if (!command) {
    console.error(`There is no command "${spoken}". \`npx throughline help\` lists all.`)
    return 2
  }
  return run(command, argsOf(command.name), flags)
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

function help(commands: Pick<Command, 'name' | 'usage' | 'summary'>[]): number {
  const lines = commands.map(({ name, usage, summary }) => ({ call: `throughline ${name} ${usage}`.trim(), summary }))
  console.log('Throughline: one record that follows a person from prison, through the gate, to a settled life.\n')
  for (const { call, summary } of lines.sort((a, b) => (a.call < b.call ? -1 : 1)))
    console.log(`  npx ${call}\n      ${summary}`)
  console.log('\nEach finds the database of DATABASE_URL, or starts the embedded one in DATA_DIR, and migrates it.')
  return 0
}

/** `--name value`, `--name=value` and `--name` alone, wherever they stand; the rest in order. */
function readWords(words: string[]): { positionals: string[]; flags: Record<string, string | true> } {
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
