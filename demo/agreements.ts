import type { Client } from 'pg'

/** An agreement that waits for one signature, and what a few people said: so that these pages are not empty. */
export async function loadAgreements(client: Client, cases: readonly string[]): Promise<void> {
  await client.query(`
    with made as (
      insert into agreement (title, purpose, legal_basis, gateway, needs_consent, starts_on, review_on, document_reference, offered_at)
      select 'Health notes at the gate', 'RESETTLEMENT', citation, code, true, current_date, current_date + 365, 'ISA/12', now()
      from legal_gateway where code = 'UK-CONSENT' returning id
    ), parties as (
      insert into agreement_party (agreement_id, agency_id, signed_at, signed_by, signer_name, signer_title)
      select made.id, y.id, case when y.code = 'BWR' then now() end, case when y.code = 'BWR' then w.id end,
        case when y.code = 'BWR' then w.name end, case when y.code = 'BWR' then w.job_title end
      from made, agency y cross join lateral (select id, name, job_title from account where agency_id = y.id order by name limit 1) w
      where y.code in ('FHI', 'BWR', 'RVM')
    )
    insert into agreement_grant (agreement_id, relationship, field_group, may_contribute)
    select made.id, relationship, field_group, may from made, (values ('ALLOCATED', 'health', true), ('ACCEPTED', 'health', false),
      ('ALLOCATED', 'family', false)) as g(relationship, field_group, may)`)
  await client.query(
    `insert into consent (case_id, person_id, purpose, agency_id, kind, answer, how, text_id, locale, said_on, recorded_by, recorded_at,
       owner_agency_id, basis)
     select c.id, c.person_id, c.purpose, y.id, t.kind, case when t.kind = 'SHARING' and y.code = 'RVM' then 'DECLINED' else 'GIVEN' end,
       'SPOKEN', t.id, 'en', current_date - 7, w.id, now() - interval '7 days', c.owner_agency_id, 'SELF_REPORT'
     from case_file c join agency y on y.code in ('BWR', 'RVM') join consent_text t on true
     cross join lateral (select id from account where agency_id = c.owner_agency_id order by name limit 1) w
     where c.id = any($1)`,
    [cases.slice(0, 5)],
  )
}
