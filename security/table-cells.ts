import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Change, FieldGroup } from '../src/platform/database.ts'
import type { World } from '../src/platform/testing/world.ts'
import { type Cast, type Relation, relations, sight } from './cast.ts'
import { laterWrites, officeReads, officeWrites } from './later-cells.ts'
import { type Planted, partsOfNotes } from './planted.ts'

/** A table, the part of the case that its rows belong to, and how to find the rows of the case. */
export interface ReadCell {
  table: string
  part: FieldGroup
  where: string
}

const ofCase = (table: string, part: FieldGroup): ReadCell => ({ table, part, where: 'case_id = $case' })
const ofPerson = (table: string, part: FieldGroup): ReadCell => ({ table, part, where: 'person_id = $person' })
/** What a mentor keeps is not seen with the part alone: `officeReads` has it. */
const isByPart = (part: string) => part !== 'mentoring'

const byPart = (table: string): ReadCell[] =>
  partsOfNotes.filter(isByPart).map((part) => ({
    table,
    part,
    where: `case_id = $case and field_group = '${part}'`,
  }))

export const readCells: ReadCell[] = [
  { table: 'person', part: 'identity', where: 'id = $person' },
  { table: 'case_file', part: 'identity', where: 'id = $case' },
  ofPerson('person_identifier', 'identity'), ofPerson('person_alias', 'identity'), ofCase('case_party', 'identity'),
  ofCase('case_summary', 'identity'), ofCase('case_place', 'identity'), ofPerson('person_address', 'contact'), ofPerson('custody', 'custody'),
  ofPerson('release_date', 'custody'), ofCase('need', 'needs'), ofCase('pathway_status', 'needs'), ofCase('assessment', 'assessment'),
  ofCase('answer', 'assessment'), ofCase('step', 'plan'), ofCase('appointment', 'plan'), ofCase('referral', 'referrals'),
  ...byPart('note'), ...byPart('document'),
  ofPerson('movement', 'custody'), ofPerson('induction', 'custody'), ofCase('pre_release_offer', 'custody'), ofCase('licence_condition', 'custody'),
  ofCase('family_member', 'family'), ofCase('family_word', 'family'), ofCase('family_contact', 'family'), ofCase('family_share_change', 'family'), ofCase('family_day_invitation', 'family'), ofCase('barred_contact', 'risk'),
  ofCase('licence_explanation', 'custody'), ofCase('licence_worry', 'plan'), ofCase('release_day', 'plan'),
  ofCase('first_contact', 'plan'), ofCase('own_request', 'plan'), ofCase('case_transfer', 'identity'), ofPerson('hub_visitor', 'identity'),
  ofCase('course_place', 'referrals'), ofCase('group_caution', 'risk'), ofCase('course_clearance', 'risk'),
  ...(['plan', 'health'] as const).map((part): ReadCell => ({ table: 'release_stop', part, where: `case_id = $case and field_group = '${part}'` })),
  ...(['notes', 'needs', 'risk', 'identity', 'custody', 'contact', 'assessment'] as const).map((part): ReadCell => ({ table: 'correction', part, where: `case_id = $case and field_group = '${part}'` })),
  ...partsOfNotes.filter(isByPart).map((part): ReadCell => ({ table: 'document_content', part, where: `document_id = $document-${part}` })),
] // biome-ignore format: a list

type Write = (change: Change, planted: Planted, cast: Cast) => Promise<unknown>

/** What somebody could try to write by SQL, and the part that they must be able to write in for it to stand. */
export const writeCells: { name: string; part: FieldGroup; isOwnRow?: boolean; write: Write }[] = [
  ...partsOfNotes.map((part) => ({
    name: `a note in ${part}`,
    part,
    write: ({ db, now }: Change, { caseId }: Planted) =>
      sql`select add_note(${randomUUID()}, ${caseId}, ${part}, 'CONTACT', null, 'x', '', ${now}, null, 'CONVICTED', ${now})`.execute(
        db,
      ),
  })),
  {
    name: 'a step',
    part: 'plan',
    write: ({ db, actor, now }, { caseId, personId }) =>
      sql`insert into step (case_id, person_id, title, made_by, made_at, owner_agency_id)
        values (${caseId}, ${personId}, 'x', ${actor.userId}, ${now}, ${actor.agencyId})`.execute(db),
  },
  {
    name: 'a need',
    part: 'needs',
    write: ({ db, actor, now }, { caseId, personId }) =>
      sql`insert into need (case_id, person_id, pathway, words, raised_by, raised_at, owner_agency_id)
        values (${caseId}, ${personId}, 'HEALTH', 'x', ${actor.userId}, ${now}, ${actor.agencyId})`.execute(db),
  },
  {
    name: 'an address',
    part: 'contact',
    write: ({ db, actor }, { personId }) =>
      sql`insert into person_address (person_id, kind, lines, owner_agency_id) values (${personId}, 'HOME', 'x', ${actor.agencyId})`.execute(
        db,
      ),
  },
  {
    name: 'a date of release',
    part: 'custody',
    write: ({ db, actor, now }, { personId }) =>
      sql`insert into release_date (person_id, type, day, source, known_at, owner_agency_id)
        values (${personId}, 'ARD', '2026-05-01', 'x', ${now}, ${actor.agencyId})`.execute(db),
  },
  {
    name: 'the person’s name',
    part: 'identity',
    write: async ({ db }, { personId }) => {
      const { numAffectedRows } = await sql`update person set middle_names = 'x' where id = ${personId}`.execute(db)
      if (numAffectedRows === 0n) throw new Error('nothing was changed')
    },
  },
  ...laterWrites,
]

/** How many cells there are for each relation. */
export const cellCount = readCells.length + writeCells.length + officeReads.length + officeWrites.length

/**
 * Every cell of relation and table that is not as the table of sight says, in words.
 *
 * @param about - tables whose cells are asked before all others, where one that is wrong is enough.
 */
export async function findUnexpected(
  world: World,
  cast: Cast,
  planted: Planted,
  upTo: 'first' | 'all' = 'all',
  about: readonly string[] = [],
) {
  const found: string[] = []
  const cells = relations.flatMap((relation) => cellsOf(relation, world, cast, planted))
  const isAbout = ({ source }: Cell) => about.some((table) => source.includes(table))
  for (const cell of [...cells.filter(isAbout), ...cells.filter((one) => !isAbout(one))]) {
    const isSo = await cell.isSo()
    if (isSo !== cell.isRight) found.push(cell.words(isSo))
    if (upTo === 'first' && found.length > 0) return found
  }
  return found
}

interface Cell {
  /** Of the statement, as far as it is written down. */
  source: string
  isRight: boolean
  isSo(): Promise<boolean>
  words(isSo: boolean): string
}

function cellsOf(relation: Relation, world: World, cast: Cast, planted: Planted): Cell[] {
  const actor = cast[relation]
  const isIn = (parts: FieldGroup[], part: FieldGroup) => parts.includes(part)
  const reads = [
    ...readCells.map(({ table, part, where }) => ({
      what: `${table} (${part})`,
      from: `${table} where ${where}`,
      isRight: isIn(sight[relation].sees, part),
    })),
    ...officeReads.map((cell) => ({ ...cell, isRight: cell.readers.includes(relation) })),
  ]
  const attempts = [
    ...writeCells.map((cell) => ({ ...cell, isRight: isIn(sight[relation].writes, cell.part) })),
    ...officeWrites.map((cell) => ({ ...cell, isRight: cell.writers.includes(relation) })),
  ]
  return [
    ...reads.map(({ what, from, isRight }) => ({
      ...{ source: from, isRight },
      isSo: () => sees(world, actor, from, planted),
      words: (isSo: boolean) => `${relation} ${isSo ? 'reads' : 'does not read'} ${what}`,
    })),
    ...attempts.map(({ name, write, isRight }) => ({
      ...{ source: String(write), isRight },
      isSo: () => writes(world, actor, (change) => write(change, planted, cast)),
      words: (isSo: boolean) => `${relation} ${isSo ? 'writes' : 'does not write'} ${name}`,
    })),
  ]
}

/** Whether anything is there for them; what they have no right to ask at all is not. */
async function sees(world: World, actor: Actor, from: string, { caseId, personId, ids }: Planted): Promise<boolean> {
  const named = from
    .replace('$case and', `'${caseId}' and`)
    .replace(/\$case$/, `'${caseId}'`)
    .replace('$person', `'${personId}'`)
    .replace(/\$document-(\w+)/, (_, part) => `'${ids[`document ${part}`]}'`)
    .replace(/'\$([\w ]+)'/, (_, name) => `'${ids[name]}'`)
  const read = world.database.read(actor, ({ db }) => sql.raw(`select from ${named} limit 1`).execute(db))
  const { rows } = await read.catch((error: { code?: string }) => {
    if (error.code === '42501') return { rows: [] }
    throw error
  })
  return rows.length > 0
}

/** Tries, and takes back what stood. */
async function writes(world: World, actor: Actor, work: (change: Change) => Promise<unknown>): Promise<boolean> {
  const undone = new Error('undone')
  const outcome = await world.database
    .change(actor, async (change) => {
      await work(change)
      throw undone
    })
    .catch((error) => error)
  return outcome === undone
}
