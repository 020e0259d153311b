import type { Client } from 'pg'

/** A second record of somebody, as another agency wrote it down: what it has otherwise. `swap`: the names changed places. */
const seconds: { nth: number; agency: string; given?: string; family?: string; swap?: boolean; days?: number }[] = [
  { nth: 14, agency: 'RVM', given: 'short' },
  { nth: 27, agency: 'WXC', days: 1 },
  { nth: 33, agency: 'BWR', swap: true },
  { nth: 41, agency: 'CAC', family: 'typed' },
  { nth: 58, agency: 'NGH' },
  { nth: 66, agency: 'WXC', family: 'typed', given: 'short' },
]

/** A handful of records that may be of people whom the record knows already: for the reviewer of links. */
export async function writePossibleLinks(client: Client, newId: () => string, cases: readonly string[]): Promise<void> {
  for (const { nth, agency, given, family, swap, days } of seconds.filter((one) => one.nth < cases.length)) {
    const id = newId()
    await client.query(
      `with other as (
         select p.*, case when $4 then left(p.given_name, greatest(3, length(p.given_name) - 2)) else p.given_name end as given,
           case when $5 then overlay(p.family_name placing substr(p.family_name, 3, 1) || substr(p.family_name, 2, 1) from 2 for 2) else p.family_name end as family
         from case_file c join person p on p.id = c.person_id where c.id = $2
       )
       insert into person (id, given_name, family_name, born_on, sex, nationality, languages, owner_agency_id)
       select $1, case when $6 then family else given end, case when $6 then given else family end, born_on + $7::int, sex, nationality, languages, y.id
       from other, agency y where y.code = $3`,
      [id, cases[nth], agency, given === 'short', family === 'typed', swap ?? false, days ?? 0],
    )
    await client.query(
      `insert into person_address (id, person_id, kind, lines, postcode, owner_agency_id)
       select $1, $2, 'HOME', a.lines, a.postcode, p.owner_agency_id from person p, case_file c
       join person_address a on a.person_id = c.person_id and a.kind = 'BEFORE_CUSTODY' and a.postcode <> '' and not a.is_hidden
       where p.id = $2 and c.id = $3`,
      [newId(), id, cases[nth]],
    )
  }
}
