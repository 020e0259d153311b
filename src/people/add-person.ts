import { openCase } from '../cases/index.ts'
import type { Change, Reading } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { readIdentifier } from './identifiers/read-identifier.ts'
import { type FoundPerson, selectFoundPeople } from './queries/find.ts'
import { insertIdentifiers, insertPeople, matchPeople } from './queries/incoming.ts'
import type { RecordFields } from './queries/record.ts'

export interface AddedPerson extends RecordFields {
  /** As written on paper; '' where there is none. */
  prisonNumber: string
  /** Who adds the person is named on the case. */
  isOwn: boolean
}

/**
 * Adds a person by hand and opens their case.
 *
 * @returns the id of the case.
 * @throws Refusal `person.number-taken` when somebody whom the actor may see has this prison number.
 */
export async function addPerson(change: Change, person: AddedPerson): Promise<string> {
  const { actor } = change
  const id = newId()
  const { canonical, problem } = readIdentifier('PRISON_NUMBER', person.prisonNumber, change.now.getUTCFullYear())
  if (person.prisonNumber !== '' && (await findByNumber(change, canonical)).length > 0) {
    throw new Refusal('conflict', 'person.number-taken')
  }
  await insertPeople(change, [{ ...person, id }])
  const isPrison = actor.agencyKind === 'prison'
  const ownRole = isPrison ? 'KEY_WORKER' : actor.agencyKind === 'probation' ? 'COMMUNITY_OFFENDER_MANAGER' : 'SUPPORT'
  const caseId = await openCase(change, {
    personId: id,
    relationship: isPrison ? 'CUSTODY' : 'SUPERVISION',
    ...(person.isOwn && { ownRole }),
  })
  if (person.prisonNumber !== '') {
    await insertIdentifiers(change, 'BY_HAND', [
      { personId: id, kind: 'PRISON_NUMBER', value: canonical, problem: problem ?? null },
    ])
  }
  change.record({ name: 'person.added', subjectId: id, caseId, personId: id, fieldGroup: 'identity' })
  return caseId
}

/** People who may be the one about to be added, among those whom the actor may see. */
export async function findAlike(
  reading: Reading,
  person: Pick<AddedPerson, 'givenName' | 'familyName' | 'bornOn' | 'prisonNumber'>,
): Promise<FoundPerson[]> {
  const words = `${person.givenName} ${person.familyName}`.trim().toLowerCase()
  const { canonical } = readIdentifier('PRISON_NUMBER', person.prisonNumber, reading.now.getUTCFullYear())
  const numbers = person.prisonNumber === '' ? [] : [canonical]
  const byNumber = numbers.length > 0 ? await selectFoundPeople(reading, { words: '', numbers, bornOn: null }, 5) : []
  const byName = await selectFoundPeople(reading, { words, numbers: [], bornOn: person.bornOn }, 5)
  return [...new Map([...byNumber, ...byName].map((found) => [found.personId, found])).values()]
}

async function findByNumber(reading: Reading, value: string): Promise<string[]> {
  const sought = {
    row: 0,
    keyType: 'PRISON_NUMBER',
    keyValue: value,
    others: [],
    bornOn: null,
    givenName: '',
    familyName: '',
  } as const
  const matches = await matchPeople(reading, [{ ...sought, others: [] }])
  return matches.flatMap(({ personId }) => personId ?? [])
}
