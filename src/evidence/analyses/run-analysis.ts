import type { Agreement, Judged } from '../../fairness/index.ts'
import type { MatchAnswer, SeriesAnswer, SurvivalAnswer } from '../../outcomes/index.ts'
import type { Actor, Database } from '../../platform/database.ts'
import { isStillWanted, takeAsked, updateEnded } from '../queries/analyses.ts'
import type { Finding } from './finding.ts'
import { showFairness } from './hold-back/fairness.ts'
import { showSeries } from './hold-back/its.ts'
import { showMatch } from './hold-back/match.ts'
import { showSurvival } from './hold-back/survival.ts'
import { type MethodName, optionsOf, type Question } from './methods.ts'
import { reckon } from './reckon.ts'

/** Reckons one analysis and keeps what may be shown of it; run again, it begins anew. No transaction is open meanwhile. */
export async function runAnalysis(database: Database, actor: Actor, id: string): Promise<void> {
  const asked = await database.change(actor, async (change) => {
    const taken = await takeAsked(change, id)
    change.record({ name: 'analysis.started', subjectId: id, fieldGroup: 'research' })
    return taken
  })
  if (!asked) return // removed, or done by another worker
  const { method, question, file, startedAt } = asked
  const reckoned = await whileWanted(
    () => database.read(actor, (reading) => isStillWanted(reading, id, startedAt)),
    (signal) => reckon(method, file, optionsOf(method, question), signal),
  )
  if ('stopped' in reckoned) return
  const ended = 'problem' in reckoned ? reckoned : { finding: show(method, reckoned.answer, question) }
  await database.change(actor, async (change) => {
    await updateEnded(change, id, startedAt, ended)
    change.record({ name: 'analysis.ended', subjectId: id, fieldGroup: 'research' })
  })
}

const askedEveryMs = 1_000

/** Does something long, and gives it up within a second once nobody waits for it any more. */
async function whileWanted<T>(isWanted: () => Promise<boolean>, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const asking = setInterval(() => {
    isWanted().then(
      (wanted) => wanted || stop.abort(),
      () => {}, // the database may be away for a moment
    )
  }, askedEveryMs)
  try {
    return await work(stop.signal)
  } finally {
    clearInterval(asking)
  }
}

/** What may be shown of a command's answer. */
export function show(method: MethodName, answer: unknown, question: Question): Finding {
  if (method === 'survival') return showSurvival(answer as SurvivalAnswer, question)
  if (method === 'match') return showMatch(answer as MatchAnswer)
  if (method === 'its') return showSeries(answer as SeriesAnswer & { values: number[] }, question)
  return showFairness(answer as Judged & { kappa?: Agreement })
}
