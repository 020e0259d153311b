import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { IdentifierKind } from '../identifiers/identifiers.ts'

/** What tells whether a row of a file is about somebody known. */
export interface PersonSought {
  row: number
  keyType: IdentifierKind
  keyValue: string | null
  /** Canonical values of other numbers. */
  others: string[]
  bornOn: Day | null
  givenName: string
  familyName: string
}

export interface PersonMatch {
  row: number
  /** Who it is, by the key number. */
  personId: string | null
  /** Who it may be, among those whom the actor may see. */
  candidateIds: string[]
}

/** Finds whom rows are about; a row that matches nobody is not among the answers. */
export async function matchPeople({ db }: Reading, sought: PersonSought[]): Promise<PersonMatch[]> {
  if (sought.length === 0) return []
  const { rows } = await sql<PersonMatch>`
    select row_number as row, person_id as "personId", candidate_ids as "candidateIds"
    from match_people(${JSON.stringify(sought)}::jsonb)`.execute(db)
  return rows
}

export interface NewPerson {
  id: string
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
  bornOn?: Day | null
  sex?: string | null
  nationality?: string | null
  languages: string[]
  interpreterLanguage?: string | null
  accessNeeds?: string[]
}

/** Adds people in one statement. They are seen by nobody until a case is opened for them, in the same change. */
export async function insertPeople({ db, actor }: Change, people: NewPerson[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into person (id, given_name, middle_names, family_name, chosen_name, born_on, sex, nationality, languages,
      interpreter_language, access_needs, owner_agency_id)
    select id, "givenName", "middleNames", "familyName", "chosenName", "bornOn", sex, nationality,
      coalesce(languages, '{}'), "interpreterLanguage", coalesce("accessNeeds", '{}'), ${actor.agencyId}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id uuid, "givenName" text, "middleNames" text, "familyName" text,
      "chosenName" text, "bornOn" date, sex text, nationality text, languages text[], "interpreterLanguage" text,
      "accessNeeds" text[])`.execute(db)
}

export interface NewIdentifier {
  personId: string
  kind: IdentifierKind
  value: string
  problem?: string | null
}

/** Adds numbers; one that the person has already stays as it is. */
export async function insertIdentifiers(
  { db, actor, now }: Change,
  source: string,
  rows: NewIdentifier[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into person_identifier (person_id, type, value, problem, source, known_at, owner_agency_id)
    select "personId", kind, value, problem, ${source}, ${now}, ${actor.agencyId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i("personId" uuid, kind text, value text, problem text)
    on conflict (person_id, type, value) do nothing`.execute(db)
}

/** Takes back numbers that this agency's list added; one that came from elsewhere too stays. */
export async function removeIdentifiers({ db, actor }: Change, source: string, rows: NewIdentifier[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from person_identifier i
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone("personId" uuid, kind text, value text)
    where i.person_id = gone."personId" and i.type = gone.kind and i.value = gone.value
      and i.source = ${source} and i.owner_agency_id = ${actor.agencyId}`.execute(db)
}

export interface NewAlias {
  personId: string
  givenName: string
  familyName: string
  bornOn?: Day | null
}

export async function insertAliases({ db, actor }: Change, source: string, rows: NewAlias[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into person_alias (person_id, given_name, family_name, born_on, source, owner_agency_id)
    select "personId", "givenName", "familyName", "bornOn", ${source}, ${actor.agencyId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a("personId" uuid, "givenName" text, "familyName" text, "bornOn" date)`.execute(
    db,
  )
}

/** Takes back other names that this agency's list added; the same name with another date of birth stays. */
export async function removeAliases({ db, actor }: Change, source: string, rows: NewAlias[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from person_alias a
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone("personId" uuid, "givenName" text, "familyName" text, "bornOn" date)
    where a.person_id = gone."personId" and a.given_name = gone."givenName" and a.family_name = gone."familyName"
      and a.born_on is not distinct from gone."bornOn"
      and a.source = ${source} and a.owner_agency_id = ${actor.agencyId}`.execute(db)
}

/** Fields of a person that somebody or a file may set. */
export interface PersonFields {
  givenName?: string
  middleNames?: string
  familyName?: string
  chosenName?: string
  bornOn?: Day | null
  sex?: string | null
  nationality?: string | null
  languages?: string[]
  interpreterLanguage?: string | null
}

/** Changes some fields of many people and keeps what was said before; a field that is left out stays. */
export async function updatePeople(
  { db, actor, now }: Change,
  rows: { personId: string; fields: PersonFields }[],
): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(rows)
  const record = sql`jsonb_to_recordset(${json}::jsonb) as r("personId" uuid, fields jsonb)`
  const text = (field: string, column: string) =>
    sql`${sql.ref(column)} = case when r.fields ? ${sql.lit(field)} then r.fields->>${sql.lit(field)} else p.${sql.ref(column)} end`
  await sql`
    with kept as (
      insert into person_version (person_id, version, body, replaced_by, replaced_at, owner_agency_id)
      select p.id, p.version, to_jsonb(p) - 'search_text', ${actor.userId}, ${now}, ${actor.agencyId}
      from person p join ${record} on r."personId" = p.id on conflict do nothing)
    update person p set ${text('givenName', 'given_name')}, ${text('middleNames', 'middle_names')},
      ${text('familyName', 'family_name')}, ${text('chosenName', 'chosen_name')}, ${text('sex', 'sex')},
      ${text('nationality', 'nationality')}, ${text('interpreterLanguage', 'interpreter_language')},
      born_on = case when r.fields ? 'bornOn' then (r.fields->>'bornOn')::date else p.born_on end,
      languages = case when r.fields ? 'languages' then array(select jsonb_array_elements_text(r.fields->'languages')) else p.languages end,
      version = p.version + 1
    from ${record} where r."personId" = p.id`.execute(db)
}
