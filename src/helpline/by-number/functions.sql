-- The index of numbers is kept up by whoever changes a person.
grant execute on function phone_key(text) to throughline_app, throughline_worker, throughline_rules;

-- Who may be meant by the number that a call comes from, of which the telephone system told: among those whom the line knows of, where its
-- agency sees how to reach them too. Of a call that the actor has in hand and of no other number, so that nobody can try numbers out. A
-- restricted record does not exist here, nor somebody from whom the operator is barred.
create or replace function callers_by_number(call uuid, most int)
returns table (case_id uuid, person_id uuid, name text, born_on date, worker_name text, worker_agency text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare wanted text; audiences uuid[] := private.audiences_of_helpline();
begin
  select phone_key(k.from_phone) into wanted from helpline_call k
    where k.id = call and k.operator_id = acting_user() and k.closed_at is null and k.switch_ref is not null and k.helpline_id = any(my_helplines());
  if wanted is null then return; end if;
  return query
  select c.id, p.id, coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, p.born_on, w.name, w.agency
  from person p
  cross join lateral (select f.id from case_file f where f.person_id = p.id and f.ended_on is null and helpline_sees(f.id, p.id)
    and exists (select from sight x where x.case_id = f.id and x.person_id = p.id and 'contact' = any(x.reads)
      and x.audience_id = any(audiences) and x.until >= current_date) order by f.opened_on desc, f.id limit 1) c
  left join lateral (select a.name, g.name as agency from case_party t join account a on a.id = t.account_id join agency g on g.id = a.agency_id
    where t.case_id = c.id and t.until_on is null order by t.agency_id = acting_agency() desc, t.since_on desc limit 1) w on true
  where phone_key(p.phone) = wanted and p.merged_into_id is null
    and not exists (select from case_summary s where s.case_id = c.id and s.died_on is not null) order by 3, p.id limit least(most, 8);
end $$;
alter function callers_by_number owner to throughline_rules;
grant execute on function callers_by_number(uuid, int) to throughline_app;
