import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { IdentifierKind, IdentifierProblem } from '../identifiers/identifiers.ts'

/** All that is on record of who somebody is, as far as the reader may see it. */
export interface PersonRecord {
  id: string
  caseId: string
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
  bornOn: Day | null
  sex: string | null
  nationality: string | null
  languages: string[]
  interpreterLanguage: string | null
  accessNeeds: string[]
  goodToKnow: string
  /** Blank too where the reader may not know how to reach the person. */
  phone: string
  isPhoneClosed: boolean
  correctedFields: string[]
  version: number
  identifiers: { id: string; kind: IdentifierKind; value: string; problem: IdentifierProblem | null; source: string }[]
  aliases: { givenName: string; familyName: string; bornOn: Day | null }[]
  addresses: {
    id: string
    kind: string
    lines: string
    postcode: string
    hasNone: boolean
    isHidden: boolean
    agency: string
  }[]
  versions: { version: number; body: Record<string, unknown>; at: string; name: string; agency: string }[]
  merges: { id: string; name: string; at: string; by: string }[]
}

/** @throws Refusal `person.not-found` when the person does not exist for the actor. */
export async function getRecord({ db }: Reading, personId: string): Promise<PersonRecord> {
  const { rows } = await sql<{ record: PersonRecord }>`
    select jsonb_build_object('id', p.id, 'caseId', c.id, 'givenName', p.given_name, 'middleNames', p.middle_names,
      'familyName', p.family_name, 'chosenName', p.chosen_name, 'bornOn', p.born_on, 'sex', p.sex, 'nationality', p.nationality,
      'languages', p.languages, 'interpreterLanguage', p.interpreter_language, 'accessNeeds', p.access_needs,
      'goodToKnow', p.good_to_know, 'phone', case when r.may_reach then p.phone else '' end,
      'isPhoneClosed', not r.may_reach, 'correctedFields', p.corrected_fields, 'version', p.version,
      'identifiers', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'kind', type, 'value', value, 'problem', problem, 'source', source)
        order by type, known_at) from person_identifier where person_id = p.id), '[]'),
      'aliases', coalesce((select jsonb_agg(jsonb_build_object('givenName', given_name, 'familyName', family_name, 'bornOn', born_on)
        order by family_name, given_name) from person_alias where person_id = p.id), '[]'),
      'addresses', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'lines', a.lines, 'postcode', a.postcode,
        'hasNone', a.has_none, 'isHidden', a.is_hidden, 'agency', y.name) order by a.kind, a.from_on)
        from person_address a join agency y on y.id = a.owner_agency_id where a.person_id = p.id and a.until_on is null), '[]'),
      'versions', coalesce((select jsonb_agg(jsonb_build_object('version', v.version, 'at', v.replaced_at,
        'body', case when r.may_reach then v.body else v.body || '{"phone": ""}' end,
        'name', coalesce(w.name, ''), 'agency', y.name) order by v.version desc)
        from person_version v left join account w on w.id = v.replaced_by join agency y on y.id = v.owner_agency_id
        where v.person_id = p.id), '[]'),
      'merges', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.moved->>'name', 'at', m.merged_at, 'by', coalesce(w.name, ''))
        order by m.merged_at desc) from person_merge m left join account w on w.id = m.merged_by
        where m.kept_person_id = p.id and m.undone_at is null), '[]')) as record
    from person p
    join lateral (select id from case_file where person_id = p.id order by ended_on is not null, made_at desc limit 1) c on true
    cross join lateral (select exists (
      select from sight where sight.person_id = p.id and 'contact' = any(sight.reads)) as may_reach) r
    where p.id = ${personId} and p.merged_into_id is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'person.not-found')
  return rows[0].record
}

/** What a worker may set by hand. */
export interface RecordFields {
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
  bornOn: Day | null
  sex: string | null
  nationality: string | null
  languages: string[]
  interpreterLanguage: string | null
  accessNeeds: string[]
  goodToKnow: string
  phone: string
}

/**
 * Keeps what the record said, then changes it; fields that changed are marked as corrected here.
 *
 * @returns whether it still had the version that the worker saw.
 */
export async function updateRecord(
  { db, actor, now }: Change,
  personId: string,
  version: number,
  fields: RecordFields,
  corrected: string[],
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with kept as (
      insert into person_version (person_id, version, body, replaced_by, replaced_at, owner_agency_id)
      select p.id, p.version, to_jsonb(p) - 'search_text', ${actor.userId}, ${now}, ${actor.agencyId}
      from person p where p.id = ${personId} and p.version = ${version} on conflict do nothing)
    update person set given_name = ${fields.givenName}, middle_names = ${fields.middleNames}, family_name = ${fields.familyName},
      chosen_name = ${fields.chosenName}, born_on = ${fields.bornOn}, sex = ${fields.sex}, nationality = ${fields.nationality},
      languages = ${fields.languages}::text[], interpreter_language = ${fields.interpreterLanguage},
      access_needs = ${fields.accessNeeds}::text[], good_to_know = ${fields.goodToKnow},
      phone = case when exists (select from sight where sight.person_id = person.id and 'contact' = any(sight.writes)) then ${fields.phone} else phone end,
      corrected_fields = array(select distinct unnest(corrected_fields || ${corrected}::text[])), version = version + 1
    where id = ${personId} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

export interface NewAddress {
  id: string
  kind: string
  lines: string
  postcode: string
  hasNone: boolean
  isHidden: boolean
}

/** Keeps an address; one of the same kind that stood until now ends today. */
export async function insertAddress({ db, actor, now }: Change, personId: string, address: NewAddress): Promise<void> {
  await sql`update person_address set until_on = (${now}::timestamptz at time zone 'Europe/London')::date
    where person_id = ${personId} and kind = ${address.kind} and until_on is null`.execute(db)
  await sql`
    insert into person_address (id, person_id, kind, lines, postcode, has_none, is_hidden, from_on, owner_agency_id, sensitivity)
    values (${address.id}, ${personId}, ${address.kind}, ${address.lines}, ${address.postcode}, ${address.hasNone}, ${address.isHidden},
      (${now}::timestamptz at time zone 'Europe/London')::date, ${actor.agencyId}, ${address.isHidden ? 'RESTRICTED' : 'STANDARD'})`.execute(
    db,
  )
}
