import type { World } from '../src/platform/testing/world.ts'
import { canaryOf, type Planted } from './planted.ts'

type Add = (table: string, row: Record<string, unknown>, name?: string) => Promise<string | undefined>

/** A course of an agency that nobody of the cast works for, with the person on it and something written behind its wall. */
export async function plantCourse(world: World, { caseId, personId, author, ids }: Planted, add: Add): Promise<void> {
  const at = '2026-03-01T09:00:00Z'
  const by = author.userId
  const of = { case_id: caseId, person_id: personId, owner_agency_id: author.agencyId }
  const [edition] = await world.inspect<{ programme_id: string; version: number }>('select programme_id, version from programme_edition limit 1')
  const kind = { mode: 'GROUP', gender: 'MIXED', place: 'Here', smallest: 1, largest: 9 }
  const course = { ...kind, agency_id: author.agencyId, programme_id: edition!.programme_id, edition: edition!.version, name: 'Course', starts_on: '2026-03-01', made_by: by, made_at: at }
  const course_id = await add('course', course)
  const session = { course_id, number: 1, session_key: 'family', starts_at: at, length_in_minutes: 60 }
  const session_id = await add('course_session', session)
  const place_id = await add('course_place', { ...of, course_id, waits_since: '2026-02-01', enrolled_at: at, made_by: by })
  await add('course_entry', { ...of, place_id, kind: 'MOTIVE', code: 'OTHER', words: canaryOf('mentoring'), happened_on: '2026-03-01', made_by: by, made_at: at })
  await add('group_caution', { ...of, kind: 'DOMESTIC_ABUSE', words: canaryOf('risk'), made_by: by, made_at: at })
  await add('course_clearance', { ...of, place_id, is_allowed: true, with_place_ids: [], decided_by: by, decided_at: at })
  const ofPlace = { ...of, place_id }
  const put = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    return world.insert(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, nth) => `$${nth + 1}`).join(', ')})`, Object.values(row))
  }
  await put('course_mark', { ...ofPlace, session_id, taken_by: by, mark: 'LATE', why: canaryOf('mentoring'), of_starts_at: at, seen_until: at, marked_at: at })
  await put('course_measure', { ...ofPlace, moment: 'BEFORE', answers: '{"belong": 2}', answered_on: '2026-03-01', made_by: by, made_at: at })
  await put('course_session_note', { session_id, written_by: by, words: canaryOf('mentoring'), written_at: at })
  const said = { [`mark-${place_id}`]: 'LATE', note: canaryOf('mentoring') }
  await add('unfiled_register', { id: crypto.randomUUID(), author_id: by, session_id, why: 'MARKED_SINCE', said: JSON.stringify(said), written_at: at, arrived_at: at, owner_agency_id: author.agencyId })
  ids['programme'] = edition!.programme_id
} // biome-ignore format: one row a line
