import type { BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { World } from '../platform/testing/world.ts'
import { hashOf } from './codes.ts'
import type { Share } from './kinds.ts'

interface Options {
  name?: string
  shares?: Share[]
  isDateCleared?: boolean
}

/** Somebody of the family who has joined, and the token of a session of theirs. */
export async function aFamilyMember(
  world: World,
  worker: Actor,
  { id: caseId, personId }: Pick<BuiltCase, 'id' | 'personId'>,
  { name = 'Rosa Okafor', shares = ['RELEASE_DATE'], isDateCleared = true }: Options = {},
): Promise<{ id: string; token: Buffer; cookie: string }> {
  const now = world.time.now
  const { id } = await world.insert<{ id: string }>(
    `insert into family_member (case_id, person_id, name, relation, way, locale, shares, consent_how, consented_at, recorded_by,
       date_cleared_at, family_number, joined_at, owner_agency_id)
     values ($1, $2, $3, 'PARENT', 'PAPER', 'en', $4, 'SPOKEN', $5, $6, $7, $8, $5, $9) returning id`,
    [caseId, personId, name, shares, now, worker.userId, isDateCleared ? now : null, newId(), worker.agencyId],
  )
  const cookie = `token-${id}`
  await world.insert(
    'insert into family_session (token_hash, family_member_id, started_at, seen_at) values ($1, $2, $3, $3)',
    [hashOf(cookie), id, now],
  )
  return { id, token: hashOf(cookie), cookie: `family=${cookie}` }
}
