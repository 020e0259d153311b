import type { Change, Reading } from '../../platform/database.ts'
import type { RequestKind } from '../request-kinds.ts'

export interface OwnRequest {
  id: string
  kind: RequestKind | 'CANNOT_COME'
  words: string
  saidAt: Date
  answer: string
  /** Null while nobody has answered. */
  answeredAt: Date | null
  answeredByName: string | null
}

interface NewCode {
  caseId: string
  personId: string
  hash: Buffer
  endsAt: Date
}

export async function insertCode({ db, actor, now }: Change, { caseId, personId, hash, endsAt }: NewCode) {
  const row = {
    case_id: caseId,
    person_id: personId,
    code_hash: hash,
    started_by: actor.userId,
    started_at: now,
    ends_at: endsAt,
    owner_agency_id: actor.agencyId,
  }
  await db.insertInto('own_door_code').values(row).execute()
}

/** What the person said: what waits for an answer first, then the newest. At most `limit`. */
export function listRequests({ db }: Reading, caseId: string, limit: number): Promise<OwnRequest[]> {
  return db
    .selectFrom('own_request as r')
    .leftJoin('account as a', 'a.id', 'r.answered_by')
    .where('r.case_id', '=', caseId)
    .select([
      'r.id',
      'r.kind',
      'r.words',
      'r.said_at as saidAt',
      'r.answer',
      'r.answered_at as answeredAt',
      'a.name as answeredByName',
    ])
    .orderBy('r.answered_at', (order) => order.desc().nullsFirst())
    .orderBy('r.said_at', 'desc')
    .limit(limit)
    .$castTo<OwnRequest>()
    .execute()
}

/** @returns whose record it is on; undefined when there is no such request without an answer that the actor may answer. */
export async function updateAnswer({ db, actor, now }: Change, caseId: string, requestId: string, answer: string) {
  return db
    .updateTable('own_request')
    .set({ answer, answered_at: now, answered_by: actor.userId })
    .where('id', '=', requestId)
    .where('case_id', '=', caseId)
    .where('answered_at', 'is', null)
    .returning('person_id as personId')
    .executeTakeFirst()
}
