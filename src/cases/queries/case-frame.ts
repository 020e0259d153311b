import { sql } from 'kysely'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CaseFrame } from '../case-frame.ts'

/**
 * What every page about a case shows of it, in one statement. Does not look: the page says what it shows.
 *
 * @throws Refusal `case.not-found` when the case does not exist for the actor; `case.reason-first`.
 */
export async function getCaseFrame(reading: Reading, caseId: string): Promise<CaseFrame> {
  const { frame, owesReason } = await findFrame(reading, caseId)
  if (!frame?.sight) throw new Refusal('not found', 'case.not-found')
  const isChange = 'record' in reading // of a form that was opened with a reason
  if (owesReason && !isChange && !frame.glass) throw new Refusal('not allowed', 'case.reason-first', { caseId })
  return frameOf(frame)
}

/** The same without a reason: for the page that asks for it. @throws Refusal `case.not-found` */
export async function getCaseToOpen(reading: Reading, caseId: string): Promise<{ personId: string }> {
  const { frame } = await findFrame(reading, caseId)
  if (!frame?.sight) throw new Refusal('not found', 'case.not-found')
  return frame
}

async function findFrame({ db, actor, now }: Reading, caseId: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select jsonb_build_object('caseId', c.id, 'personId', p.id, 'givenName', p.given_name, 'middleNames', p.middle_names,
      'familyName', p.family_name, 'chosenName', p.chosen_name, 'prisonNumber', s.prison_number, 'bornOn', p.born_on,
      'placeName', place.name, 'wing', s.wing, 'cell', s.cell, 'isRecalled', coalesce(s.is_recalled, false),
      'keyWorkerName', s.key_worker_name, 'releaseOn', s.release_on, 'releaseType', s.release_type,
      'interpreterLanguage', p.interpreter_language, 'accessNeeds', p.access_needs, 'hasFirstNight', s.has_first_night,
      'isOpen', c.ended_on is null, 'diedOn', s.died_on,
      'responsible', (select jsonb_build_object('agencyId', o.id, 'name', o.name) from agency o where o.id = c.owner_agency_id),
      'transfer', (select jsonb_build_object('id', t.id, 'toName', g.name) from case_transfer t join agency g on g.id = t.to_agency_id
        where t.case_id = c.id and t.state = 'PROPOSED'),
      'handover', (select jsonb_build_object('id', h.id, 'fromName', f.name, 'toName', g.name)
        from handover h join account f on f.id = h.from_account_id join account g on g.id = h.to_account_id
        where h.case_id = c.id and h.state not in ('ACCEPTED', 'DECLINED', 'CANCELLED')),
      'glass', (select jsonb_build_object('id', b.id, 'endsAt', b.ends_at) from break_glass b
        where b.person_id = p.id and b.account_id = ${actor.userId} and b.closed_at is null and b.ends_at > ${now}::timestamptz
        order by b.ends_at desc limit 1),
      'beside', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'factId', k.fact_id, 'kind', k.kind, 'words', k.words)
        order by k.made_at) from correction k where k.person_id = p.id and k.lifted_at is null
          and (k.case_id = c.id or k.fact_kind in ('IDENTITY', 'NUMBER', 'ADDRESS', 'DATE'))), '[]'),
      'isRestricted', exists (select from restricted_record r where r.person_id = p.id),
      'sight', (select jsonb_object_agg(part, may) from (
        select part, bool_or(part = any(writes)) as may from sight, unnest(reads) as part where case_id = c.id group by 1) as seen),
      'team', coalesce((select jsonb_agg(jsonb_build_object('partyId', m.id, 'agencyId', y.id, 'agencyName', y.name,
          'agencyKind', y.kind, 'agencyPhone', y.phone, 'relationship', m.relationship, 'teamName', t.name,
          'accountId', a.id, 'name', a.name, 'jobTitle', a.job_title, 'phone', a.phone, 'role', m.role, 'sinceOn', m.since_on,
          'away', case when w.account_id is not null then jsonb_build_object('untilOn', w.until_on, 'coverName', w.cover_name) end)
          order by m.account_id is null, array_position(array['KEY_WORKER', 'PRISON_OFFENDER_MANAGER',
            'COMMUNITY_OFFENDER_MANAGER', 'LEAD', 'MENTOR', 'SUPPORT', 'DEPUTY'], m.role), m.since_on, m.id)
        from case_party m join agency y on y.id = m.agency_id left join account a on a.id = m.account_id
        left join team t on t.id = m.team_id
          left join who_is_away(${caseId}, ${dayAt(now)}) w on w.account_id = m.account_id
        where m.case_id = c.id and m.until_on is null), '[]')) as frame,
      case when (select jurisdiction from partnership) <> 'UK-EW' then owes_reason(c.id, ${now}) else false end as "owesReason"
    from case_file c join person p on p.id = c.person_id
    left join case_summary s on s.case_id = c.id left join agency place on place.id = s.agency_id
    where c.id = ${caseId}`.execute(db)
  return rows[0] ?? { frame: undefined, owesReason: false }
}

interface Found {
  frame: Stored | undefined
  /** In the EU, until the reader has said today why they open this case (T4). */
  owesReason: boolean
}

type Stored = Omit<CaseFrame, 'shownName' | 'calledName' | 'legalName'> & {
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
}

function frameOf({ givenName, middleNames, familyName, chosenName, ...frame }: Stored): CaseFrame {
  const calledName = chosenName || givenName
  const shownName = `${calledName} ${familyName}`
  const legalName = [givenName, middleNames, familyName].filter(Boolean).join(' ')
  const seesCustody = frame.sight.custody !== undefined
  return {
    ...frame,
    calledName,
    shownName,
    legalName: legalName === shownName ? undefined : legalName,
    hasFirstNight: frame.sight.contact === undefined ? null : frame.hasFirstNight,
    ...(!seesCustody && { placeName: null, wing: null, cell: null, releaseOn: null, releaseType: null }),
  }
}
