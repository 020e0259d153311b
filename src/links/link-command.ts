import type { FileCommand } from '../platform/capability.ts'
import { type Answer, link, type Pair } from './link.ts'
import { UnreadableFile } from './matching/read-records.ts'
import { type Kind, kinds } from './matching/values.ts'

export const linkCommand: FileCommand = {
  name: 'link',
  usage: 'FILE [FILE2] [--fields A,B,...] [--id COL] [--truth COL] [--threshold 0.5] [--types FIELD=KIND,...] [--json]',
  summary: 'Finds the records of one person in a CSV file, or between two, by probability.',
  details: [
    '--fields     the columns to compare; without it all but those of --id and --truth',
    '--id         the column that names a record; without it rec_id, record_id, unique_id or id, or else the row number from 1',
    '--truth      a column that says who each record is of; then how well the pairs agree with it is printed, not the pairs.',
    '             rec-12-org and rec-12-dup-0, as FEBRL writes, are one person',
    '--threshold  from which probability two records are one person: 0 to 1, 0.5 without it',
    `--types      what a column holds, where the choice is wrong: ${kinds.join(', ')}`,
    '--json       prints {pairs: [{a, b, probability, weight, weights}], fields, rules, records, candidates, seconds}, or with --truth',
    '             {pairs, truePairs, tp, fp, fn, precision, recall, f1, blockingRecall, seconds, fields, rules, records, candidates}',
    'Empty values, and words such as "unknown" or "no fixed abode", count neither for nor against. Weights are in bits: log2(m / u).',
  ],
  async run({ args, flags, print, fileAt }) {
    const read = readQuestion(args, flags)
    if ('problem' in read) return refuse(read.problem, 2, flags, print)
    try {
      const answer = await link({ ...read.question, files: args.map(fileAt) })
      if (flags['json']) printJson(answer, print)
      else printText(answer, print)
      return 0
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      return refuse(error.message, 1, flags, print)
    }
  },
}

type Flags = Record<string, string | true>

function readQuestion(args: string[], flags: Flags) {
  const known = ['fields', 'id', 'truth', 'threshold', 'types', 'json']
  const strange = Object.keys(flags).find((name) => !known.includes(name))
  if (strange) return { problem: `There is no option --${strange}. \`npx throughline link --help\` lists all.` }
  const empty = known.find((name) => name !== 'json' && flags[name] === true)
  if (empty) return { problem: `--${empty} needs a value.` }
  if (args.length === 0 || args.length > 2) return { problem: 'Name one file, or two to link with each other.' }
  const threshold = Number(flags['threshold'] ?? 0.5)
  if (!(threshold >= 0 && threshold <= 1)) return { problem: '--threshold is a probability, from 0 to 1.' }
  const typed = new Map<string, Kind>()
  for (const part of listOf(flags['types']) ?? []) {
    const [field, kind] = part.split('=').map((word) => word.trim())
    if (!field || !kinds.includes(kind as Kind))
      return { problem: `--types "${part}" is not understood: FIELD=KIND, where KIND is one of ${kinds.join(', ')}.` }
    typed.set(field, kind as Kind)
  }
  const textOf = (name: string) => flags[name] as string | undefined
  return {
    question: { fields: listOf(flags['fields']), id: textOf('id'), truth: textOf('truth'), threshold, kinds: typed },
  }
}

const listOf = (value: string | true | undefined): string[] | undefined =>
  typeof value === 'string' ? value.split(',').map((part) => part.trim()) : undefined

function refuse(problem: string, code: number, flags: Flags, print: (line: string) => void): number {
  print(flags['json'] ? JSON.stringify({ problem }) : problem)
  return code
}

const partLength = 2_000 // pairs in one piece of text: all of a million records' would not fit in one

function printJson({ measured, pairs, ...about }: Answer, print: (line: string) => void): void {
  if (measured) {
    print(JSON.stringify({ ...measured, ...about }))
    return
  }
  print('{"pairs":[')
  let part: string[] = []
  let isFirst = true
  const flush = () => {
    if (part.length > 0) print(`${isFirst ? '' : ','}${part.join(',\n')}`)
    isFirst &&= part.length === 0
    part = []
  }
  for (const pair of pairs()) if (part.push(JSON.stringify(pair)) === partLength) flush()
  flush()
  print(`],${JSON.stringify(about).slice(1)}`)
}

function printText({ measured, ...answer }: Answer, print: (line: string) => void): void {
  for (const { name, kind, how } of answer.fields) print(`${name}: ${kind} (${how})`)
  print(`${answer.records} records, ${answer.candidates} pairs looked at, ${answer.seconds} s`)
  if (measured) for (const [name, value] of Object.entries(measured)) print(`${name}: ${Number(value.toFixed(4))}`)
  else for (const pair of answer.pairs()) print(lineOf(pair))
}

const lineOf = ({ a, b, probability, weight }: Pair) => `${a}\t${b}\t${probability}\t${weight}`
