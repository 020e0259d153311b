import { findByPrisonNumber, listPrisons, recordMovement, type SaidMovement } from '../../custody/index.ts'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { MovementRow } from './read-movements.ts'

export interface ToldRow {
  row: number
  prisonNumber: string
  outcome: 'RECORDED' | 'ALREADY_RECORDED' | 'REFUSED'
  /** Why it was refused: `never-released`, `person.not-found`, `unreadable.day`. */
  code: string | undefined
}

/** How one line is recorded: in a change of its own, so that what is refused does not take the others with it. */
type InChange = <T>(work: (change: Change) => Promise<T>) => Promise<T>

/** Records each line of a list, or says why not. A list that is sent twice is recorded once. */
export async function tellMovements(inChange: InChange, rows: readonly MovementRow[]): Promise<ToldRow[]> {
  const told: ToldRow[] = []
  for (const row of rows) told.push(await tellRow(inChange, row))
  return told
}

async function tellRow(inChange: InChange, read: MovementRow): Promise<ToldRow> {
  const { row, prisonNumber, kind, happenedOn, externalId } = read
  const about = { row, prisonNumber }
  if (read.unreadable || !kind || !happenedOn) {
    return { ...about, outcome: 'REFUSED', code: `unreadable.${read.unreadable ?? 'kind'}` }
  }
  try {
    await inChange(async (change) => {
      const personId = await findByPrisonNumber(change, prisonNumber)
      if (!personId) throw new Refusal('not found', 'person.not-found')
      const prisons = await listPrisons(change)
      const isTo = ({ code, name }: { code: string; name: string }) =>
        code === read.toPrison.toUpperCase() || name.toLowerCase() === read.toPrison.toLowerCase()
      const said: SaidMovement = { ...read, kind, happenedOn, toAgencyId: prisons.find(isTo)?.id ?? null }
      return recordMovement(change, personId, said, { source: 'CSV', externalId })
    })
    return { ...about, outcome: 'RECORDED', code: undefined }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'movement.told') return { ...about, outcome: 'ALREADY_RECORDED', code: undefined }
    return { ...about, outcome: 'REFUSED', code: error.code.replace(/^movement\./, '') }
  }
}
