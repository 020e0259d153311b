import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import type { World } from '../platform/testing/world.ts'
import { askFile, bringFile } from './analyses/keep-analysis.ts'
import type { MethodName, Question } from './analyses/methods.ts'
import { runAnalysis } from './analyses/run-analysis.ts'

/** People in two groups, watched for a year: of every ten in A six have the event, in B three. A small group can be added. */
export function watchedPeople({ small = 0 } = {}): string {
  const rows = ['days,event,programme,age']
  for (let nth = 0; nth < 200; nth += 1) {
    const isA = nth % 2 === 0
    const event = Math.floor(nth / 2) % 10 < (isA ? 6 : 3)
    rows.push(`${event ? 10 + ((nth * 37) % 340) : 365},${event ? 1 : 0},${isA ? 'A' : 'B'},${20 + ((nth * 13) % 40)}`)
  }
  for (let nth = 0; nth < small; nth += 1) rows.push(`${50 + nth},1,Small,33`)
  return rows.join('\n')
}

/** An analysis that was asked and, as the worker would, reckoned. @returns its id. */
export async function anAnalysis(
  world: World,
  analyst: Actor,
  { method, title, csv, question }: { method: MethodName; title: string; csv: string; question: Question },
): Promise<string> {
  const brought = await world.database.change(analyst, (change) =>
    bringFile(change, method, title, { name: 'people.csv', bytes: Buffer.from(csv) }),
  )
  if ('fault' in brought) throw new Error(brought.fault)
  await world.database.change(analyst, (change) => askFile(change, brought.id, question))
  await runAnalysis(world.database, systemFor(analyst.agencyId), brought.id)
  return brought.id
}
