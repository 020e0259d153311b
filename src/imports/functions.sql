-- A prison takes people in: opens a case for whoever has none, closes their stay at another prison, and becomes a party with
-- its receiving team. Somebody new is theirs because they added the record; somebody known must be named by an exact number.
create or replace function receive_people(incoming jsonb, today date)
returns table (person_id uuid, case_id uuid, is_new_case boolean, came_from uuid)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp
set enable_seqscan = off as $$ -- by index, even with a plan that was made when the tables were empty
declare
  prison uuid := acting_agency();
  team uuid := (select receiving_team_id from agency where id = prison);
  received jsonb; -- [{personId, caseId, isNewCase, cameFrom}]; no temporary table, which the caller could have made first
begin
  if not exists (select from agency where id = prison and kind = 'prison') then
    raise exception 'receive_people: only a prison takes people in' using errcode = '42501';
  end if;

  select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'caseId', coalesce(c.id, w."caseId"), 'isNewCase', c.id is null,
    'cameFrom', k.agency_id)), '[]') into received
  from jsonb_to_recordset(incoming) as w("personId" uuid, "caseId" uuid, "keyType" text, "keyValue" text)
  join person p on p.id = w."personId"
  -- One at a time by its index, whatever the planner believes of tables that have just been filled.
  left join lateral (select f.id from case_file f where f.person_id = p.id and f.purpose = 'RESETTLEMENT' and f.ended_on is null limit 1) c on true
  left join lateral (select f.id from case_file f where f.person_id = p.id limit 1) any_case on true
  left join lateral (select s.agency_id from custody s where s.person_id = p.id and s.left_on is null limit 1) k on k.agency_id <> prison
  where (p.owner_agency_id = prison and any_case.id is null)
    or (exists (select from person_identifier i where i.person_id = p.id and i.type = w."keyType" and i.value = w."keyValue")
      and not is_closed_to(p.id, acting_user()))
    or exists (select from sight x where x.person_id = p.id and 'custody' = any(x.writes) and x.until >= today
      and x.audience_id = any(acting_audiences()) and not is_closed_to(p.id, acting_user()));

  insert into case_file (id, person_id, opened_on, owner_agency_id)
  select r."caseId", r."personId", today, prison
  from jsonb_to_recordset(received) as r("personId" uuid, "caseId" uuid, "isNewCase" boolean) where r."isNewCase";

  update custody k set left_on = today, left_reason = 'TRANSFER', version = k.version + 1
  from jsonb_to_recordset(received) as r("personId" uuid, "cameFrom" uuid)
  where r."cameFrom" is not null and k.person_id = r."personId" and k.left_on is null;
  update case_party p set until_on = today
  from jsonb_to_recordset(received) as r("caseId" uuid, "cameFrom" uuid)
  where r."cameFrom" is not null and p.case_id = r."caseId" and p.agency_id = r."cameFrom" and p.until_on is null
    and p.relationship in ('CUSTODY', 'TEAM');

  insert into case_party (case_id, agency_id, team_id, relationship, since_on, owner_agency_id)
  select r."caseId", prison, wanted.team_id, wanted.relationship, today, prison
  from jsonb_to_recordset(received) as r("caseId" uuid)
  cross join (select null::uuid as team_id, 'CUSTODY' as relationship union all select team, 'TEAM' where team is not null) wanted
  left join lateral (select p.id from case_party p where p.case_id = r."caseId" and p.agency_id = prison and p.until_on is null
    and p.relationship = wanted.relationship and p.team_id is not distinct from wanted.team_id limit 1) held on true
  where held.id is null;

  return query select r."personId", r."caseId", r."isNewCase", r."cameFrom"
    from jsonb_to_recordset(received) as r("personId" uuid, "caseId" uuid, "isNewCase" boolean, "cameFrom" uuid);
end $$;
alter function receive_people owner to throughline_rules;
grant execute on function receive_people(jsonb, date) to throughline_app;

-- All that an import made of somebody. Whatever else was written about them since refers to them, and holds them: then it fails.
create or replace function private.forget(people uuid[], cases uuid[]) returns void
language sql volatile set search_path = public, pg_catalog, pg_temp
set enable_seqscan = off as $$ -- by index, even with a plan that was made when the tables were empty
  delete from sight where sight.case_id = any(cases);
  delete from case_summary where case_summary.case_id = any(cases);
  delete from alert where alert.case_id = any(cases);
  delete from case_party where case_party.case_id = any(cases);
  delete from pathway_status where pathway_status.case_id = any(cases);
  delete from case_file where id = any(cases);
  delete from release_date where person_id = any(people);
  delete from custody where person_id = any(people);
  delete from person_alias where person_id = any(people);
  delete from person_identifier where person_id = any(people);
  delete from person_version where person_id = any(people);
  delete from person where id = any(people);
$$;
alter function private.forget owner to throughline_rules;
revoke all on function private.forget(uuid[], uuid[]) from public;

-- Takes back people whom a batch added, where nobody has done anything with them since. Events stay: they hold ids alone. Not all that is
-- done leaves an event (a kiosk, a mentor who once was somebody), and a note may come in this moment: whom a row holds stays, and nobody else.
create or replace function forget_people(batch uuid, rows_of_batch int[], since timestamptz)
returns table (row_number int)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp
set enable_seqscan = off as $$ -- by index, even with a plan that was made when the tables were empty
declare
  rows_gone int[];
  people uuid[];
  cases uuid[];
begin
  select coalesce(array_agg(r.row order by r.row), '{}'), coalesce(array_agg(r.person_id order by r.row), '{}'),
    coalesce(array_agg(r.case_id order by r.row), '{}')
  into rows_gone, people, cases
  from import_row r join import_batch b on b.id = r.batch_id
  where b.id = batch and b.agency_id = acting_agency() and b.committed_at > since and r.row = any(rows_of_batch)
    and r.before->>'did' = 'ADDED'
    and not exists (select from event e where (e.case_id = r.case_id or e.person_id = r.person_id)
      and e.details->>'batchId' is distinct from batch::text and e.name <> 'import.row-undone');

  begin
    perform private.forget(people, cases);
    return query select unnest(rows_gone);
    return;
  exception when foreign_key_violation then null; -- one by one, then
  end;
  for i in 1..cardinality(rows_gone) loop
    begin
      perform private.forget(array[people[i]], array[cases[i]]);
      return query select rows_gone[i];
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
alter function forget_people owner to throughline_rules;
grant execute on function forget_people(uuid, int[], timestamptz) to throughline_app;
