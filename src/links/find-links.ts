import { mergePeople } from '../people/index.ts'
import type { Actor, Change, Database } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { learnWeights } from './learn-weights.ts'
import { countPatterns, findCandidates, listToJoin, recountRates, settleLinks, updateMerge } from './queries/links.ts'
import { takeRun, updateDone, updateLooked } from './queries/runs.ts'

/** From which probability a pair waits for a reviewer, and from which it is joined. */
export const bounds = { lower: 0.2, upper: 0.9999 }

const peopleAtOnce = 2_000
const draws = 20_000
const joinsAtOnce = 500

export interface Found {
  joined: number
  waiting: number
}

/**
 * Compares everybody with whom they may be the same as, a page at a time and inside the database, and keeps what is likely.
 * It may run twice: what somebody decided stays. How far it has come is written down, and it ends where somebody stops it.
 */
export async function findLinks(database: Database, system: Actor): Promise<Found | undefined> {
  const runId = await database.change(system, async (change) => {
    const id = await takeRun(change)
    if (id) said(change, 'link.run-started', { runId: id })
    else said(change, 'link.looked') // somebody stopped it in this moment
    return id
  })
  if (!runId) return undefined
  let after: string | undefined
  let [looked, isWanted] = [0, true]
  do {
    const from = after
    after = await database.change(system, async (change) => {
      const last = await findCandidates(change, from, peopleAtOnce)
      looked += peopleAtOnce
      isWanted = await updateLooked(change, runId, looked)
      said(change, 'link.looked')
      return last
    })
  } while (after && isWanted)
  if (!isWanted) return undefined

  return database.change(system, async (change) => {
    const candidates = await countPatterns(change, false, draws)
    const { weights, prior } = learnWeights(candidates, await countPatterns(change, true, draws))
    const found = await settleLinks(change, weights, prior, bounds)
    await updateDone(change, runId, found)
    await recountRates(change)
    said(change, 'link.found', { ...found })
    return found
  })
}

/**
 * Joins the records of links that may be joined: in the name of an agency that writes in both, and where nobody comes to see by
 * it what they did not see.
 */
export async function joinLinked(
  database: Database,
  system: Actor,
  actingFor: (agencyId: string) => Actor,
): Promise<number> {
  const ready = await database.read(system, (reading) => listToJoin(reading, joinsAtOnce))
  let count = 0
  for (const { linkId, keptId, otherId, agencyId } of ready) {
    try {
      await database.change(actingFor(agencyId), async (change) => {
        const mergeId = await mergePeople(change, keptId, otherId)
        if (!(await updateMerge(change, linkId, mergeId))) throw new Refusal('conflict', 'link.changed-meanwhile')
      })
      count += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error // somebody else was first, or joined one of them already: the next run looks again
    }
  }
  return count
}

function said(change: Change, name: string, details: Record<string, unknown> = {}): void {
  change.record({ name, subjectId: change.actor.userId, fieldGroup: 'administration', details })
}
