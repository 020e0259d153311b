import { z } from 'zod'
import { agencyKinds } from '../agencies/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import { readDay, typedDay } from '../platform/web/day-field.ts'
import {
  type FormState,
  optionalText,
  type Problem,
  readForm,
  type Typed,
  text,
  typedList,
} from '../platform/web/form.ts'
import { fieldGroups, relationships } from '../sight/index.ts'
import type { WholeAgreement } from './queries/agreements.ts'
import { type Grant, lineOf, purposes, type Terms } from './terms.ts'

const list = z.preprocess((typed) => [typed ?? []].flat(), z.array(z.string()).catch([]))
const fields = z.object({
  version: z.coerce.number().int().min(0).catch(0),
  title: text(120, { missing: 'problem.title', long: 'problem.long' }),
  purpose: z.enum(purposes, { error: 'problem.purpose' }),
  gateway: z.string({ error: 'problem.gateway' }).min(1, 'problem.gateway').max(60, 'problem.gateway'),
  documentReference: optionalText(300, 'problem.long'),
  parties: list.pipe(z.array(z.uuid({ error: 'problem.parties' })).min(2, 'problem.parties')),
})

/** What a new form starts with: whoever works with the person. */
export const firstLines = ['TEAM:any', 'ALLOCATED:any', 'REFERRED:any', 'ACCEPTED:any']
/** Every kind of agency that a line can be for. */
export const lineKinds = ['any', ...agencyKinds] as const
const isLine = (line: string) => {
  const [relationship, kind] = line.split(':')
  return (
    (relationships as readonly string[]).includes(relationship!) && (lineKinds as readonly string[]).includes(kind!)
  )
}

/** The lines of the form as they were sent, with the one that is to be added; in the order of the field's words. */
export function linesOf(form: { typed: Typed }): string[] {
  const added = `${[form.typed['addRelationship']].flat()[0]}:${[form.typed['addKind']].flat()[0]}`
  const wanted = new Set(
    [...typedList(form, 'line'), ...(form.typed['add'] === undefined ? [] : [added])].filter(isLine),
  )
  return relationships
    .flatMap((relationship) => lineKinds.map((kind) => `${relationship}:${kind}`))
    .filter((line) => wanted.has(line))
}

/** Reads what a coordinator wants agencies to sign. Writing takes seeing with it. */
export function readAgreement(body: unknown): FormState<{ version: number; terms: Terms }> {
  const form = readForm(fields, body)
  const problems: Problem[] = []
  const startsOn = readDay(form, 'starts')
  const reviewOn = readDay(form, 'review')
  const endsOn = readDay(form, 'ends')
  if (!startsOn) problems.push({ field: 'starts', message: 'problem.starts' })
  if (!reviewOn) problems.push({ field: 'review', message: 'problem.review' })
  else if (startsOn && reviewOn <= startsOn) problems.push({ field: 'review', message: 'problem.review-before' })
  if (endsOn === undefined) problems.push({ field: 'ends', message: 'problem.ends' })
  else if (endsOn && startsOn && endsOn < startsOn) problems.push({ field: 'ends', message: 'problem.ends-before' })
  const grants = grantsOf(form)
  if (grants.length === 0) problems.push({ field: 'grants', message: 'problem.grants' })
  if (!form.valid || !startsOn || !reviewOn || endsOn === undefined || problems.length > 0)
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  const { version, parties, ...rest } = form.values
  const values = { version, terms: { ...rest, partyIds: [...new Set(parties)], startsOn, reviewOn, endsOn, grants } }
  return { valid: true, typed: form.typed, values, problems: [] }
}

function grantsOf(form: { typed: Typed }): Grant[] {
  return linesOf(form).flatMap((line) => {
    const [relationship, kind] = line.split(':') as [string, string]
    const writes = new Set(typedList(form, `write:${line}`))
    const sees = new Set([...typedList(form, `see:${line}`), ...writes])
    return fieldGroups
      .filter((fieldGroup) => sees.has(fieldGroup))
      .map((fieldGroup) => ({
        ...{ relationship, agencyKind: kind === 'any' ? null : kind, fieldGroup },
        mayContribute: writes.has(fieldGroup),
      }))
  })
}

/** What is kept of a draft, as if it had been typed. */
export function typedAgreement(agreement: WholeAgreement): Typed {
  const { title, purpose, gateway, documentReference, startsOn, reviewOn, endsOn, version, parties, grants } = agreement
  const lines = new Map<string, Grant[]>()
  for (const grant of grants) lines.set(lineOf(grant), [...(lines.get(lineOf(grant)) ?? []), grant])
  const ticks = [...lines].flatMap(([line, of]) => [
    [`see:${line}`, of.map(({ fieldGroup }) => fieldGroup)],
    [`write:${line}`, of.filter(({ mayContribute }) => mayContribute).map(({ fieldGroup }) => fieldGroup)],
  ])
  return {
    ...{ title, purpose, gateway: gateway ?? '', documentReference, version: String(version) },
    ...{ parties: parties.map(({ agencyId }) => agencyId), line: [...lines.keys()] },
    ...{ ...typedDay('starts', startsOn), ...typedDay('review', reviewOn), ...typedDay('ends', endsOn) },
    ...Object.fromEntries(ticks),
  }
}

/** An empty form: from today, to be reviewed in a year, with nothing ticked. */
export function typedFirst(now: Date): Typed {
  const today = dayAt(now)
  return { ...typedDay('starts', today), ...typedDay('review', inAYear(today)), line: firstLines }
}

/** The same day of the next year; 29 February becomes the 28th. */
export function inAYear(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  return `${Number(year) + 1}-${month}-${month === '02' && date === '29' ? '28' : date}`
}

export const signature = z.object({
  name: text(120, { missing: 'problem.signer-name', long: 'problem.long' }),
  title: text(120, { missing: 'problem.signer-title', long: 'problem.long' }),
  agrees: z.literal('yes', { error: 'problem.agrees' }),
})
