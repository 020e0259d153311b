import type { CommandContext } from '../platform/capability.ts'

/** One option of a command: `--data FILE`. */
export interface Option {
  name: string
  /** What follows it, in capitals; without it the option is a switch. */
  takes?: string
  says: string
  isRequired?: boolean
}

/** The command was called wrongly; the message says how to call it. */
export class NotUnderstood extends Error {}

/** The options that somebody gave, read one by one. Every reading throws NotUnderstood where the value is none. */
export class Given {
  readonly #flags: Record<string, string | true>
  readonly #fileAt: (name: string) => string

  constructor(
    options: Option[],
    { args, flags, fileAt }: Pick<CommandContext, 'args' | 'flags'> & { fileAt(name: string): string },
  ) {
    const known = [...options.map(({ name }) => name), 'json', 'help']
    const stray = Object.keys(flags).find((name) => !known.includes(name)) ?? args[0]
    if (stray !== undefined) {
      const all = options.map(({ name }) => `--${name}`).join(', ')
      throw new NotUnderstood(`"${stray}" is not understood here. The options are: ${all}, --json.`)
    }
    for (const { name, takes, isRequired } of options) {
      if (takes !== undefined && flags[name] === true) throw new NotUnderstood(`--${name} needs ${takes} after it.`)
      if (isRequired && flags[name] === undefined) throw new NotUnderstood(`--${name} ${takes} is missing.`)
    }
    this.#flags = flags
    this.#fileAt = fileAt
  }

  has(name: string): boolean {
    return this.#flags[name] !== undefined
  }

  /** The value as it was typed, of an option that is required or known to be there. */
  text(name: string): string {
    return String(this.#flags[name])
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined
  }

  /** The absolute path of a named file. */
  file(name: string): string {
    return this.#fileAt(this.text(name))
  }

  /** Names with commas between them; none where the option is not given. */
  list(name: string): string[] {
    const names = (this.optionalText(name) ?? '').split(',').map((one) => one.trim())
    const found = names.filter((one) => one !== '')
    const twice = found.find((one, index) => found.indexOf(one) !== index)
    if (twice) throw new NotUnderstood(`--${name} names ${twice} twice.`)
    return found
  }

  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const said = this.optionalText(name) ?? choices[0]
    const found = choices.find((choice) => choice === said)
    if (!found) throw new NotUnderstood(`--${name} is ${choices.join(' or ')}, not ${JSON.stringify(said)}.`)
    return found
  }

  /** A number above `above` and below `below`; `otherwise` where the option is not given. */
  number(name: string, { otherwise, above, below }: { otherwise: number; above?: number; below?: number }): number {
    if (!this.has(name)) return otherwise
    const value = Number(this.text(name))
    const fits = Number.isFinite(value) && value > (above ?? -Infinity) && value < (below ?? Infinity)
    if (this.text(name).trim() !== '' && fits) return value
    const range = [above === undefined ? '' : ` above ${above}`, below === undefined ? '' : ` below ${below}`]
    throw new NotUnderstood(`--${name} is a number${range.filter(Boolean).join(' and')}, not "${this.text(name)}".`)
  }

  /** A whole number of at least `least`; `otherwise` where the option is not given. */
  whole<T extends number | undefined>(name: string, { otherwise, least }: { otherwise: T; least: number }): number | T {
    if (!this.has(name)) return otherwise
    const value = Number(this.text(name))
    if (this.text(name).trim() !== '' && Number.isInteger(value) && value >= least) return value
    throw new NotUnderstood(`--${name} is a whole number of at least ${least}, not "${this.text(name)}".`)
  }
}

export function optionUsage(options: Option[]): string {
  const words = options.map(({ name, takes, isRequired }) => {
    const call = takes === undefined ? `--${name}` : `--${name} ${takes}`
    return isRequired ? call : `[${call}]`
  })
  return [...words, '[--json]'].join(' ')
}

/** Lines for `--help`: each option and what it says. */
export function optionDetails(options: Option[]): string[] {
  const call = ({ name, takes }: Option) => (takes === undefined ? `--${name}` : `--${name} ${takes}`)
  const width = Math.max(...options.map((option) => call(option).length), '--json'.length) + 2
  const lines = options.map((option) => `${call(option).padEnd(width)}${option.says}`)
  return ['', ...lines, `${'--json'.padEnd(width)}the answer as JSON and nothing else`, '']
}
