import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { contents, type EventName, eventNames, type TimelineFilter } from '../timeline-filters.ts'

export interface HappenedNote {
  what: 'note'
  id: string
  kind: 'CONTACT' | 'KEY_WORK' | 'PHONE' | 'FAMILY' | 'DECISION' | 'OTHER'
  part: string
  body: string
  ownWords: string
  minutes: number | null
  isOwn: boolean
  isCorrected: boolean
  withdrawnReason: string | null
}

export interface HappenedEvent {
  what: 'event'
  id: string
  name: EventName
  details: Record<string, unknown>
  /** The words of what the event is about, where the reader sees it. */
  about: {
    title?: string | null
    provider?: string | null
    reason?: string | null
    name?: string | null
    at?: string | null
  } | null
}

export type Happened = (HappenedNote | HappenedEvent) & {
  at: string
  /** When it was written down: later than `at` for a note about an earlier day. */
  writtenAt: string
  actorName: string
  agencyName: string
  agencyKind: string
}

export interface HappenedPage {
  entries: Happened[]
  counts: Record<TimelineFilter, number>
  /** Give it as `before` for what came before; null on the last page. */
  older: string | null
}

const pattern = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f-]{1,36})$/

/** What has happened on a case that the actor sees: notes and events in one order, newest first, in one statement. */
export async function listHappened(
  { db, actor }: Reading,
  caseId: string,
  { filter, before, limit }: { filter: TimelineFilter; before?: string | undefined; limit: number },
): Promise<HappenedPage> {
  const [, at = null, key = null] = pattern.exec(before ?? '') ?? []
  const older = (time: ReturnType<typeof sql.ref>, id: ReturnType<typeof sql>) => sql`(${at}::timestamptz is null
    or (${time} <= ${at}::timestamptz and (${time}, ${id}::text collate "C") < (${at}::timestamptz, ${key}::text)))`
  const { rows } = await sql<{ entries: Happened[]; counts: HappenedPage['counts'] }>`
    with page as (
      select * from (
        (select n.happened_at as at, n.id::text collate "C" as key, n.written_at as written, n.author_id as actor, n.owner_agency_id as agency,
          jsonb_build_object('what', 'note', 'id', n.id, 'kind', n.kind, 'part', n.field_group, 'minutes', n.length_in_minutes,
            'body', case when n.withdrawn_at is null then n.body else '' end,
            'ownWords', case when n.withdrawn_at is null then n.own_words else '' end, 'isOwn', n.author_id = ${actor.userId},
            'isCorrected', n.corrected_at is not null, 'withdrawnReason', n.withdrawn_reason) as body
        from note n where n.case_id = ${caseId} and ${notesOf(filter)} and ${older(sql.ref('n.happened_at'), sql`n.id`)}
        order by n.happened_at desc, n.id::text collate "C" desc limit ${limit + 1})
        union all
        (select e.happened_at, e.id::text collate "C", e.happened_at, e.actor_id, e.agency_id,
          jsonb_build_object('what', 'event', 'id', e.id::text, 'name', e.name, 'details', e.details, 'about', ${aboutEvent})
        from event e where e.case_id = ${caseId} and e.name = any(${namesIn(eventsOf(filter))}) and ${older(sql.ref('e.happened_at'), sql`e.id`)}
        order by e.happened_at desc, e.id::text collate "C" desc limit ${limit + 1})) as merged
      order by at desc, key desc limit ${limit + 1})
    select coalesce((select jsonb_agg(page.body || jsonb_build_object('at', to_char(page.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'key', page.key, 'writtenAt', page.written, 'actorName', coalesce(a.name, ''), 'agencyName', coalesce(y.name, ''),
        'agencyKind', coalesce(y.kind, '')) order by page.at desc, page.key desc)
      from page left join account a on a.id = page.actor left join agency y on y.id = page.agency), '[]') as entries,
      (select jsonb_build_object('contact', count(*) filter (where kind = any(${contents.contact.notes}::text[])),
          'decisions', count(*) filter (where kind = any(${contents.decisions.notes}::text[])), 'referrals', 0,
          'words', count(*) filter (where own_words <> '' and withdrawn_at is null), 'everything', count(*))
        from note n where n.case_id = ${caseId}) as "noteCounts",
      (select jsonb_build_object('contact', count(*) filter (where name = any(${namesIn(contents.contact.events)})),
          'decisions', count(*) filter (where name = any(${namesIn(contents.decisions.events)})),
          'referrals', count(*) filter (where name = any(${namesIn(contents.referrals.events)})), 'words', 0, 'everything', count(*))
        from event e where e.case_id = ${caseId} and e.name = any(${namesIn(eventsOf('everything'))})) as "eventCounts"`.execute(
    db,
  )
  const row = rows[0] as unknown as { entries: (Happened & { key: string })[]; noteCounts: Counts; eventCounts: Counts }
  const entries = row.entries.slice(0, limit)
  const last = entries.at(-1)
  const counts = Object.fromEntries(
    Object.entries(row.noteCounts).map(([name, count]) => [name, count + row.eventCounts[name as TimelineFilter]]),
  ) as Counts
  return { entries, counts, older: row.entries.length > limit && last ? `${last.at}_${last.key}` : null }
}

type Counts = Record<TimelineFilter, number>

function notesOf(filter: TimelineFilter) {
  if (filter === 'everything') return sql`true`
  if (filter === 'words') return sql`n.own_words <> '' and n.withdrawn_at is null`
  return sql`n.kind = any(${contents[filter].notes}::text[])`
}

/** Our own names, written into the statement: PostgreSQL looks a row up among constants by hash, among values one by one. */
const namesIn = (names: readonly string[]) => sql`${sql.lit(`{${names.join(',')}}`)}::text[]`

function eventsOf(filter: TimelineFilter): string[] {
  if (filter === 'everything') return [...eventNames]
  return filter === 'words' ? [] : contents[filter].events
}

/** What an event is about, in words; policies of the tables that are looked into still hold. */
const aboutEvent = sql`case split_part(e.name, '.', 1)
  when 'referral' then (select jsonb_build_object('title', v.name, 'provider', coalesce(y.name, v.provider_name), 'reason', r.decline_reason)
    from referral r join service v on v.id = r.service_id left join agency y on y.id = r.to_agency_id where r.id = e.subject_id)
  when 'need' then (select jsonb_build_object('title', words) from need where need.id = e.subject_id)
  when 'goal' then (select jsonb_build_object('title', words) from goal where goal.id = e.subject_id)
  when 'step' then (select jsonb_build_object('title', title, 'reason', status_reason) from step where step.id = e.subject_id)
  when 'appointment' then (select jsonb_build_object('title', title, 'at', starts_at) from appointment p where p.id = e.subject_id)
  when 'consent' then (select jsonb_build_object('title', name) from agency where agency.id = (e.details->>'agencyId')::uuid)
  when 'support' then (select jsonb_build_object('title', name) from agency where agency.id = (e.details->>'agencyId')::uuid)
  when 'document' then (select jsonb_build_object('title', title) from document d where d.id = e.subject_id)
  when 'case' then (select jsonb_build_object('name', coalesce((select name from account where account.id = (e.details->>'accountId')::uuid),
    (select name from agency where agency.id = (e.details->>'agencyId')::uuid))))
  end`
