import { parse } from 'csv-parse/sync'
import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteAnalysis, getAnalysis, insertAnalysis, updateAsked, updateStopped } from '../queries/analyses.ts'
import type { MethodName, Question } from './methods.ts'

/** Bytes. */
export const largestFile = 64 * 1024 * 1024
/** How long a file and what was found in it are kept, in days. */
export const keptForDays = 30
const msInDay = 86_400_000
const mostColumns = 500

export type FileFault = 'file.empty' | 'file.large' | 'file.header' | 'file.comma' | 'file.twice' | 'file.columns'

/**
 * Takes in a file for a method; nothing is reckoned yet.
 *
 * @returns its id, or what is wrong with the file as a whole.
 */
export async function bringFile(
  change: Change,
  method: MethodName,
  title: string,
  file: { name: string; bytes: Uint8Array },
): Promise<{ id: string } | { fault: FileFault }> {
  const columns = columnsOf(file.bytes)
  if (typeof columns === 'string') {
    const details = { fault: columns }
    change.record({ name: 'analysis.unreadable', subjectId: change.actor.agencyId, fieldGroup: 'research', details })
    return { fault: columns }
  }
  const id = newId()
  const forgetAt = new Date(change.now.getTime() + keptForDays * msInDay)
  const fileName = file.name.slice(-100) || 'file.csv'
  await insertAnalysis(change, { id, method, title, fileName, file: file.bytes, columns, forgetAt })
  change.record({ name: 'analysis.brought', subjectId: id, fieldGroup: 'research', details: { method } })
  return { id }
}

/** The names in the first line, by whichever of comma, semicolon and tab parts most of them. */
export function columnsOf(bytes: Uint8Array): string[] | FileFault {
  if (bytes.length > largestFile) return 'file.large'
  const text = new TextDecoder()
    .decode(bytes.subarray(0, 1 << 16))
    .replaceAll('\0', '')
    .trimStart()
  const line = /^.*/.exec(text)?.[0] ?? ''
  if (line.trim() === '') return 'file.empty'
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((sign) => ({ sign, parts: bare.split(sign).length }))
  const { sign } = counts.reduce((best, next) => (next.parts > best.parts ? next : best))
  const names = namesIn(line, sign)
  if (!names || names.length < 1 || names.some((name) => name === '' || name.length > 100)) return 'file.header'
  if (names.length > mostColumns) return 'file.columns'
  if (names.some((name) => name.includes(','))) return 'file.comma' // the methods part names by commas
  return new Set(names).size < names.length ? 'file.twice' : names
}

function namesIn(line: string, delimiter: string): string[] | undefined {
  try {
    const [names] = parse(line, { delimiter, bom: true, relax_column_count: true }) as string[][]
    return names?.map((name) => name.trim())
  } catch {
    return undefined
  }
}

/** Puts the question to the worker. @throws Refusal `analysis.not-found`, `analysis.at-work` while an answer is being reckoned. */
export async function askFile(change: Change, id: string, question: Question): Promise<void> {
  await getAnalysis(change, id)
  if (!(await updateAsked(change, id, question))) throw new Refusal('conflict', 'analysis.at-work')
  change.later('reckon-analysis', { analysisId: id })
  change.record({ name: 'analysis.asked', subjectId: id, fieldGroup: 'research' })
}

/** Stops an answer that is being reckoned or waits; the question can be asked again. @throws Refusal `analysis.not-found`, `analysis.not-at-work` */
export async function stopFile(change: Change, id: string): Promise<void> {
  await getAnalysis(change, id)
  if (!(await updateStopped(change, id))) throw new Refusal('conflict', 'analysis.not-at-work')
  change.record({ name: 'analysis.stopped', subjectId: id, fieldGroup: 'research' })
}

/** Takes a file away before its time. @throws Refusal `analysis.not-found` */
export async function removeFile(change: Change, id: string): Promise<void> {
  if (!(await deleteAnalysis(change, id))) throw new Refusal('not found', 'analysis.not-found')
  change.record({ name: 'analysis.removed', subjectId: id, fieldGroup: 'research' })
}
