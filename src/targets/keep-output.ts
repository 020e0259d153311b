import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { definitionNames, definitions } from './definitions.ts'
import type { OutputFields } from './output-kinds.ts'
import { recountTargets } from './queries/keep.ts'
import { insertOutput, updateOutputWithdrawn } from './queries/outputs.ts'

const ofOutputs = definitionNames.filter((name) => !definitions[name].isOfPeople)

/** Records something that the actor's agency held or made; what it counts towards is counted at once. @returns its id. */
export async function recordOutput(change: Change, output: OutputFields): Promise<string> {
  const id = await insertOutput(change, output)
  await recountTargets(change, { definitions: ofOutputs })
  change.record({
    name: 'output.recorded',
    subjectId: id,
    fieldGroup: 'administration',
    details: { kind: output.kind },
  })
  return id
}

/** Takes one back that was wrong. @throws Refusal `output.not-found` where it is another agency's. */
export async function withdrawOutput(change: Change, id: string): Promise<void> {
  if (!(await updateOutputWithdrawn(change, id))) throw new Refusal('not found', 'output.not-found')
  await recountTargets(change, { definitions: ofOutputs })
  change.record({ name: 'output.withdrawn', subjectId: id, fieldGroup: 'administration' })
}
