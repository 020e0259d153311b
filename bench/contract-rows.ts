import { query } from './scratch.ts'

/** A contract of an agency that works with so many people who left prison in 2024. @returns the contract's id and who reads it. */
export async function fillContract(url: string, people: number): Promise<{ contractId: string; reader: string }> {
  const [manager] = await query(
    url,
    `select a.id, a.email, a.agency_id as "agencyId" from account a join agency y on y.id = a.agency_id
     where y.kind = 'probation' and 'MANAGER' = any(a.roles) order by a.email limit 1`,
  )
  const agencyId = manager!['agencyId']
  await query(
    url,
    `with who as (select distinct on (k.person_id) k.person_id from custody k where k.left_reason = 'RELEASED' and k.left_on >= '2024-01-01'
        and not exists (select from case_file c where c.person_id = k.person_id) limit $2),
     made as (insert into case_file (person_id, opened_on, owner_agency_id) select person_id, '2023-12-01', $1 from who returning id)
     insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) select id, $1, 'SUPERVISION', '2023-12-01', $1 from made`,
    [agencyId, people],
  )
  const [contract] = await query(
    url,
    `with c as (insert into result_contract (agency_id, funder, title, currency, from_on, until_on, follow_days, made_by, made_at)
        values ($1, 'A funder', 'Many people', 'GBP', '2024-01-01', '2024-12-31', 84, $2, now()) returning id)
     insert into result_price (contract_id, result, price_in_minor)
     select c.id, r, 10000 from c, unnest(array['NOT_BACK', 'SENTENCE_COMPLETED', 'PROGRAMME_COMPLETED']) r returning contract_id`,
    [agencyId, manager!['id']],
  )
  return { contractId: String(contract!['contract_id']), reader: String(manager!['email']) }
}
