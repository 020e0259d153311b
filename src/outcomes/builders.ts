import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { capability } from './index.ts'

/** Data sets and the values that R finds in them; they lie beside the project and are no part of it. */
const beside = resolve('../shared/data')

/** Whether they are there; a test that needs them is skipped where not, and its name says why. */
export const hasReference = existsSync(join(beside, 'reference.json'))
export const whereReferenceIs = hasReference ? '' : ' (skipped: ../shared/data is not there)'

/** One method's reference values. */
export function referenceOf(name: string) {
  return JSON.parse(readFileSync(join(beside, 'reference.json'), 'utf8')).reference[name]
}

export const referenceFile = (name: string): string => join(beside, name)

/** A CSV that an analyst brings, from its text or from rows. */
export function aFile(content: string | Record<string, string | number>[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'outcomes-')), 'analyst.csv')
  const names = typeof content === 'string' ? [] : Object.keys(content[0]!)
  const text =
    typeof content === 'string'
      ? content
      : [names.join(), ...content.map((row) => names.map((name) => row[name]).join())].join('\n')
  writeFileSync(path, text)
  return path
}

/** Calls `outcomes NAME` with options and answers with its exit code, its JSON, and what it printed for people. */
export async function ask(name: string, options: Record<string, string | true>) {
  const command = capability.fileCommands!.find((one) => one.name === `outcomes ${name}`)!
  const call = async (flags: Record<string, string | true>) => {
    const lines: string[] = []
    const exit = await command.run({ args: [], flags, print: (line) => lines.push(line), fileAt: (path) => path })
    return { exit, text: lines.join('\n') }
  }
  const { exit, text } = await call({ ...options, json: true })
  return { exit, json: JSON.parse(text), text: exit === 0 ? (await call(options)).text : '' }
}

/** The sentence with which a command refuses; fails where it does not, or where anything in it is no number. */
export async function refusalOf(name: string, options: Record<string, string | true>): Promise<string> {
  const { exit, json } = await ask(name, options)
  if (exit === 0) throw new Error('It was not refused.')
  return json.problem.message
}
