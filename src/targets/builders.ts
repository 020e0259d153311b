import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { recordOutput } from './keep-output.ts'
import { addTarget } from './keep-target.ts'
import type { OutputFields } from './output-kinds.ts'
import type { TargetFields } from './queries/keep.ts'

/** A result that a coordinator promised for an agency, from January to the end of June 2026. @returns its id. */
export function aTarget(
  world: World,
  coordinator: Actor,
  fields: Partial<TargetFields> & Pick<TargetFields, 'agencyId'>,
): Promise<string> {
  const plain = {
    name: '263 people with a mentor',
    definition: 'PEOPLE_MENTORED',
    amount: 263,
    countedAgencyId: null,
  } as const
  const days = { sinceOn: '2026-01-01', dueOn: '2026-06-30' }
  return world.database.change(coordinator, (change) => addTarget(change, { ...plain, ...days, ...fields }))
}

/** Something that the manager's agency held. @returns its id. */
export function anOutput(world: World, manager: Actor, fields: Partial<OutputFields> = {}): Promise<string> {
  const plain = {
    kind: 'LEARNING_SET',
    title: 'Learning set',
    happenedOn: '2026-02-10',
    peopleCount: 20,
    hours: 0,
  } as const
  const rest = { languages: [], evidence: 'Shared drive, sets' }
  return world.database.change(manager, (change) => recordOutput(change, { ...plain, ...rest, ...fields }))
}
