import { sql } from 'kysely'
import type { NotePart } from '../../contacts/index.ts'
import type { Reading } from '../../platform/database.ts'

/** A note that the actor wrote, as JSON text; undefined when there is none with this id. */
export async function findOwnNote({ db, actor }: Reading, id: string): Promise<WrittenNote | undefined> {
  const { rows } = await sql<WrittenNote>`
    select n.case_id as "caseId", n.person_id as "personId", n.field_group as part, json_build_object('id', n.id, 'kind', n.kind,
      'part', n.field_group, 'pathway', n.pathway, 'body', n.body, 'ownWords', n.own_words, 'happenedAt', n.happened_at,
      'lengthInMinutes', n.length_in_minutes, 'authorId', n.author_id, 'author', a.name, 'agencyId', y.id, 'agency', y.name,
      'writtenAt', n.written_at, 'correctedAt', n.corrected_at)::text as body
    from note n join account a on a.id = n.author_id join agency y on y.id = n.owner_agency_id
    where n.id = ${id} and n.author_id = ${actor.userId}`.execute(db)
  return rows[0]
}

interface WrittenNote {
  caseId: string
  personId: string
  part: NotePart
  body: string
}
