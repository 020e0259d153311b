import { sql } from 'kysely'
import type { ReleaseDateKind } from '../../custody/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** What is on record of somebody whom a row is about: only what a file may change. */
export interface KnownPerson {
  id: string
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
  bornOn: Day | null
  sex: string | null
  nationality: string | null
  languages: string[]
  interpreterLanguage: string | null
  /** Mended by hand here: a file does not change them. */
  correctedFields: string[]
  version: number
  caseId: string | null
  identifiers: { kind: string; value: string }[]
  aliases: { givenName: string; familyName: string; bornOn: Day | null }[]
  /** The stay that lasts; null at another prison's and for somebody outside. */
  stay: { wing: string; cell: string; receivedOn: Day | null; isRecalled: boolean; legalStatus: string | null } | null
  dates: {
    id: string
    kind: ReleaseDateKind
    day: Day | null
    source: string
    isOurs: boolean
    lastFromFile: Day | null
  }[]
}

/** Those of the people whom the actor may see, in one query. */
export async function listKnownPeople({ db, actor }: Reading, personIds: string[]): Promise<KnownPerson[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<KnownPerson>`
    select p.id, p.given_name as "givenName", p.middle_names as "middleNames", p.family_name as "familyName",
      p.chosen_name as "chosenName", p.born_on as "bornOn", p.sex, p.nationality, p.languages,
      p.interpreter_language as "interpreterLanguage", p.corrected_fields as "correctedFields", p.version,
      (select c.id from case_file c where c.person_id = p.id and c.purpose = 'RESETTLEMENT' and c.ended_on is null) as "caseId",
      coalesce(i.list, '[]') as identifiers, coalesce(a.list, '[]') as aliases, k.stay, coalesce(d.list, '[]') as dates
    from person p
    left join lateral (select jsonb_agg(jsonb_build_object('kind', type, 'value', value)) as list
      from person_identifier where person_id = p.id) i on true
    left join lateral (select jsonb_agg(jsonb_build_object('givenName', given_name, 'familyName', family_name, 'bornOn', born_on)) as list
      from person_alias where person_id = p.id) a on true
    left join lateral (select jsonb_build_object('wing', wing, 'cell', cell, 'receivedOn', received_on,
        'isRecalled', is_recalled, 'legalStatus', legal_status) as stay
      from custody where person_id = p.id and left_on is null and agency_id = ${actor.agencyId} limit 1) k on true
    left join lateral (select jsonb_agg(jsonb_build_object('id', id, 'kind', type, 'day', day, 'source', source,
        'isOurs', owner_agency_id = ${actor.agencyId},
        'lastFromFile', case when entered_by is not null then (select o.day from release_date o where o.person_id = p.id
          and o.type = r.type and o.entered_by is null order by o.known_at desc limit 1) end)) as list
      from release_date r where person_id = p.id and replaced_at is null) d on true
    where p.id = any(${personIds}::uuid[])`.execute(db)
  return rows
}
