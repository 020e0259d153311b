import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import type { World } from '../platform/testing/world.ts'
import { reorganisationJobs } from './carry-out-reorganisation.ts'
import { planReorganisation } from './plan-reorganisation.ts'

/** A plan to move an agency, or some of its teams. @returns its id. */
export function aPlan(
  world: World,
  coordinator: Actor,
  { from, to, teamIds = null }: { from: Actor; to: Actor; teamIds?: string[] | null },
): Promise<string> {
  const plan = { fromAgencyId: from.agencyId, toAgencyId: to.agencyId, teamIds, reason: 'The order of that day.' }
  return world.database.change(coordinator, (change) => planReorganisation(change, plan))
}

/** What the worker does with everything that was approved. */
export function carryOutAll({ database }: World): Promise<void> {
  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  return reorganisationJobs['carry-out-reorganisations']!({ database, actor, actingFor: systemFor, log }, {})
}
