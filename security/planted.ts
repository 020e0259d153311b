import { randomUUID } from 'node:crypto'
import { loadCapabilities } from '../src/platform/capability.ts'
import type { Actor } from '../src/platform/database.ts'
import { systemFor } from '../src/platform/jobs.ts'
import type { World } from '../src/platform/testing/world.ts'

export type Part =
  | 'identity'
  | 'contact'
  | 'custody'
  | 'needs'
  | 'assessment'
  | 'plan'
  | 'referrals'
  | 'notes'
  | 'health'
  | 'family'
  | 'risk'
  | 'mentoring'
  | 'intelligence'
export const parts: readonly Part[] = ['identity', 'contact', 'custody', 'needs', 'assessment', 'plan', 'referrals', 'notes', 'health', 'family', 'risk', 'mentoring', 'intelligence'] // biome-ignore format: a list

/** Parts in which notes and documents are kept. */
export const partsOfNotes = ['notes', 'health', 'family', 'risk', 'mentoring', 'intelligence'] as const

/** Words that stand in one part of the case and nowhere else: wherever they turn up, that part has leaked. */
export const canaryOf = (part: Part): string => `Canary${part[0]!.toUpperCase()}${part.slice(1)}Zz`

/** One case about one person, with a canary in every part, written by an agency that nobody of the cast works for. */
export interface Planted {
  caseId: string
  personId: string
  author: Actor
  ids: Record<string, string>
}

/** @param author - of everything: an agency always sees what it wrote, so it is nobody of the cast. */
export async function plant(world: World, author: Actor): Promise<Planted> {
  for (const { prepare } of (await loadCapabilities()).values())
    await prepare?.(world.database, systemFor(author.agencyId))
  const ids: Record<string, string> = {}
  const [agency, account] = [author.agencyId, author.userId]
  const add = async (table: string, row: Record<string, unknown>, name = table) => {
    const whole: Record<string, unknown> = { owner_agency_id: agency, ...row }
    const columns = Object.keys(whole)
    const values = columns.map((column) => whole[column])
    const id = (row['id'] as string | undefined) ?? ''
    await world.insert(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      values,
    )
    ids[name] = id
    return id
  }
  const id = () => randomUUID()
  const now = '2026-03-01T09:00:00Z'
  const personId = await add('person', {
    id: id(),
    given_name: 'Test',
    family_name: canaryOf('identity'),
    born_on: '1990-05-04',
  })
  await add('person_identifier', { id: id(), person_id: personId, type: 'PRISON_NUMBER', value: 'A9876ZZ' })
  await add('person_alias', { id: id(), person_id: personId, family_name: `${canaryOf('identity')}Alias` })
  const caseId = await add('case_file', { id: id(), person_id: personId, opened_on: '2026-01-01' })
  const of = { case_id: caseId, person_id: personId }
  await add('person_address', {
    id: id(),
    person_id: personId,
    kind: 'FIRST_NIGHT',
    lines: `${canaryOf('contact')} Street`,
    postcode: 'AB1 2CD',
  })
  await add('custody', { id: id(), person_id: personId, agency_id: agency, wing: canaryOf('custody'), cell: '1' })
  await add('release_date', {
    id: id(),
    person_id: personId,
    type: 'CRD',
    day: '2026-04-01',
    source: 'test',
    known_at: now,
  })
  const needId = await add('need', {
    id: id(),
    ...of,
    pathway: 'ACCOMMODATION',
    words: canaryOf('needs'),
    raised_by: account,
    raised_at: now,
  })
  await add('pathway_status', {
    case_id: caseId,
    pathway: 'ACCOMMODATION',
    status: 'SUPPORT_REQUIRED',
    reason: canaryOf('needs'),
    set_by: account,
    set_at: now,
  })
  const [set] = await world.inspect<{ id: string }>(
    `select id from question_set where published_at is not null order by version desc limit 1`,
  )
  const assessmentId = await add('assessment', {
    id: id(),
    ...of,
    type: 'BCST2',
    question_set_id: set!.id,
    begun_by: account,
    begun_at: now,
    submitted_by: account,
    submitted_at: now,
  })
  await add('answer', {
    id: id(),
    ...of,
    assessment_id: assessmentId,
    pathway: 'ACCOMMODATION',
    question_key: 'settled-home',
    question_text: 'Home?',
    locale: 'en',
    value: JSON.stringify(canaryOf('assessment')),
    shown_text: canaryOf('assessment'),
    asked_by: account,
    agency_id: agency,
    answered_at: now,
  })
  await add('step', { id: id(), ...of, title: canaryOf('plan'), made_by: account, made_at: now })
  await add('appointment', {
    id: id(),
    ...of,
    title: `${canaryOf('plan')} visit`,
    starts_at: '2026-03-05T10:00:00Z',
    made_by: account,
    made_at: now,
  })
  const { id: serviceId } = await world.insert<{ id: string }>(
    `insert into service (agency_id, provider_name, name, type, pathways, verified_on, made_at) values ($1, 'Provider', 'Rooms', 'ACCOMMODATION', '{ACCOMMODATION}', '2026-01-01', now()) returning id`,
    [agency],
  )
  await add('referral', {
    id: id(),
    ...of,
    reference: 'R-TEST-1',
    need_id: needId,
    service_id: serviceId,
    pathway: 'ACCOMMODATION',
    from_agency_id: agency,
    from_account_id: account,
    why: canaryOf('referrals'),
    sent_at: now,
    expires_at: '2026-04-01T09:00:00Z',
  })
  for (const part of partsOfNotes) {
    await add(
      'note',
      {
        id: id(),
        ...of,
        kind: 'CONTACT',
        field_group: part,
        body: canaryOf(part),
        happened_at: now,
        author_id: account,
        written_at: now,
      },
      `note ${part}`,
    )
    await add(
      'document',
      {
        id: id(),
        ...of,
        field_group: part,
        title: `${canaryOf(part)} letter`,
        kind: 'image/jpeg',
        size_in_bytes: 3,
        checked_at: now,
        added_by: account,
        added_at: now,
      },
      `document ${part}`,
    )
    await add(
      'document_content',
      { document_id: ids[`document ${part}`], bytes: Buffer.from('abc') },
      `content ${part}`,
    )
  }
  await world.inspect(`select summarise_cases(array[$1::uuid], '{identity}')`, [caseId])
  return { caseId, personId, author, ids: { ...ids, serviceId } }
}
