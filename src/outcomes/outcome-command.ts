import type { FileCommand } from '../platform/capability.ts'
import { Given, NotUnderstood, type Option, optionDetails, optionUsage } from './options.ts'
import { FileProblem } from './table/file-problem.ts'

/** What a method found: the JSON of its fixed names, and the same for somebody who reads. */
export interface Answer {
  json: object
  lines: string[]
}

export interface OutcomeCommand {
  /** The words after `outcomes`. */
  name: string
  summary: string
  options: Option[]
  /** What it prints, and what else is good to know; lines for `--help`. */
  prints: string[]
  answer(given: Given): Promise<Answer>
}

/** A command `throughline outcomes NAME`: reads its options, answers, and says what has to be mended. */
export function outcomeCommand({ name, summary, options, prints, answer }: OutcomeCommand): FileCommand {
  return {
    name: `outcomes ${name}`,
    usage: optionUsage(options),
    summary,
    details: [...optionDetails(options), ...prints],
    switches: options.filter(({ takes }) => takes === undefined).map((option) => option.name),
    async run({ args, flags, print, fileAt }) {
      const isJson = flags['json'] === true
      try {
        const given = new Given(options, { args, flags, fileAt })
        const { json, lines } = await answer(given)
        if (isJson) print(JSON.stringify(json, null, 2))
        else for (const line of lines) print(line)
        return 0
      } catch (error) {
        if (!(error instanceof FileProblem || error instanceof NotUnderstood)) throw error
        if (isJson) print(JSON.stringify({ problem: problemOf(error) }))
        console.error(error.message)
        return error instanceof NotUnderstood ? 2 : 1
      }
    },
  }
}

function problemOf(error: FileProblem | NotUnderstood): object {
  if (error instanceof NotUnderstood) return { message: error.message }
  const { message, row, column } = error
  return { message, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) }
}
