import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { isMentorAlone } from '../../platform/identity.ts'

/** The name of the person of a case, '' where the reader sees no such case. A mentor's own login has no table of cases to ask. */
export const shownName = ({ actor }: Reading, caseId: RawBuilder<unknown>): RawBuilder<unknown> =>
  isMentorAlone(actor)
    ? sql`''`
    : sql`coalesce((select s.shown_name from case_summary s where s.case_id = ${caseId}), '')`
