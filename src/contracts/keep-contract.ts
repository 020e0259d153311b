import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ContractFields, getContract, insertContract, updateContractEnded } from './queries/contracts.ts'
import { recountContracts } from './queries/counts.ts'

/** Keeps a contract of the actor's agency; what it pays for and how much never changes. @returns its id. */
export async function addContract(change: Change, fields: ContractFields): Promise<string> {
  const id = await insertContract(change, fields)
  await recountContracts(change, id)
  const details = { results: fields.prices.map(({ result }) => result) }
  change.record({ name: 'contract.added', subjectId: id, fieldGroup: 'administration', details })
  return id
}

/** Ends it: nothing is claimed any more, what waits can still be decided. @throws Refusal `contract.not-found` */
export async function endContract(change: Change, id: string): Promise<void> {
  if (!(await updateContractEnded(change, id))) throw new Refusal('not found', 'contract.not-found')
  change.record({ name: 'contract.ended', subjectId: id, fieldGroup: 'administration' })
}

/** Counts it anew from the rows, for all managers of the agency. @throws Refusal `contract.not-found` */
export async function countContract(change: Change, id: string): Promise<void> {
  await getContract(change, id)
  await recountContracts(change, id)
  change.record({ name: 'contract.counted', subjectId: id, fieldGroup: 'administration' })
}
