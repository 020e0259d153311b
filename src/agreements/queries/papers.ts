import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export interface Paper {
  id: string
  title: string
  kind: 'image/jpeg' | 'application/pdf'
  addedAt: Date
  addedBy: string
}

/** The papers of an agreement, the latest first, without what they hold. */
export async function listPapers({ db }: Reading, agreementId: string): Promise<Paper[]> {
  const rows = await db
    .selectFrom('agreement_paper as p')
    .leftJoin('account as a', 'a.id', 'p.added_by')
    .select(['p.id', 'p.title', 'p.kind', 'p.added_at', 'a.name'])
    .where('agreement_id', '=', agreementId)
    .orderBy('added_at', 'desc')
    .execute()
  return rows.map(({ id, title, kind, added_at, name }) => {
    return { id, title, kind: kind as Paper['kind'], addedAt: added_at, addedBy: name ?? '' }
  })
}

export async function findPaper({ db }: Reading, agreementId: string, id: string) {
  const found = db.selectFrom('agreement_paper').select(['kind', 'bytes']).where('agreement_id', '=', agreementId)
  return found.where('id', '=', id).executeTakeFirst()
}

export type NewPaper = Pick<Paper, 'title' | 'kind'> & { bytes: Uint8Array }

export async function insertPaper({ db, actor, now }: Change, agreementId: string, paper: NewPaper): Promise<string> {
  const id = newId()
  const row = { id, agreement_id: agreementId, ...paper, bytes: Buffer.from(paper.bytes) }
  await db
    .insertInto('agreement_paper')
    .values({ ...row, added_by: actor.userId, added_at: now })
    .execute()
  return id
}
