-- The case is open, of this agency, about this person, and the actor works on the whole of it or manages it.
create or replace function may_end_case(about_case uuid, about_person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from case_file c where c.id = about_case and c.person_id = about_person and c.ended_on is null
      and c.owner_agency_id = acting_agency() and c.person_id <> all(people_closed()))
    and (exists (select from sight a where a.case_id = about_case and 'assessment' = any(a.writes)
        and a.audience_id = any(acting_audiences()) and a.until >= current_date)
      or is_manager() and is_answerable_for(about_case));
end $$;
alter function may_end_case owner to throughline_rules;
grant execute on function may_end_case(uuid, uuid) to throughline_app;

-- What is not finished on a case, counted whole, whichever parts the one who ends it may see. Nothing to anybody who may not end it.
create or replace function left_undone(about_case uuid) returns table (services int, offers int, steps int, appointments int)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select
    (select count(*) from referral r where r.case_id = c.id and r.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED'))::int,
    (select count(*) from case_transfer t where t.case_id = c.id and t.state = 'PROPOSED')::int
      + (select count(*) from handover h where h.case_id = c.id and h.state not in ('ACCEPTED', 'DECLINED', 'CANCELLED'))::int,
    (select count(*) from step s where s.case_id = c.id and s.closed_at is null)::int,
    (select count(*) from appointment a where a.case_id = c.id and a.cancelled_at is null and a.starts_at > now())::int
  from case_file c where c.id = about_case and may_end_case(c.id, c.person_id)
$$;
alter function left_undone owner to throughline_rules;
grant execute on function left_undone(uuid) to throughline_app;

-- The case ends and opens with its ending, and who sees it follows in the same transaction. The parties stay as they were: a case that is
-- taken up again has the team that it had.
create or replace function case_ended() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update case_file set version = version + 1, ended_on = case when new.reopened_at is null
    then (new.ended_at at time zone 'Europe/London')::date end
  where id = new.case_id and owner_agency_id = new.owner_agency_id and (ended_on is null) = (new.reopened_at is null);
  if not found then raise exception 'case_ending: the case is not as it was' using errcode = '40001'; end if;
  perform recompute_sight(array[new.case_id]);
  update case_summary set is_open = new.reopened_at is not null where case_id = new.case_id;
  return null;
end $$;
alter function case_ended owner to throughline_rules;
create or replace trigger case_ended after insert on case_ending for each row execute function case_ended();
create or replace trigger case_reopened after update of reopened_at on case_ending for each row
  when (old.reopened_at is null and new.reopened_at is not null) execute function case_ended();

-- The cases that ended: to the agency that answered for them, and for four weeks to those who worked on them, so that nobody finds a
-- record gone and does not know why. A manager is told of all of these of their agency, a worker of their own.
create or replace function endings_told(asked uuid, sought text, at timestamptz)
returns table (id uuid, case_id uuid, person_id uuid, name text, number text, agency text, reason text, words_at_end text,
  persons_words text, ended_at timestamptz, ended_by_name text, is_ours boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select e.id, e.case_id, e.person_id, s.shown_name, s.prison_number, y.name, e.reason,
    case when e.owner_agency_id = acting_agency() then e.words else '' end,
    case when e.owner_agency_id = acting_agency() then e.persons_words else '' end,
    e.ended_at, coalesce(a.name, ''), e.owner_agency_id = acting_agency()
  from case_ending e join case_summary s on s.case_id = e.case_id join agency y on y.id = e.owner_agency_id
  left join account a on a.id = e.ended_by
  where e.reopened_at is null and (asked is null or e.id = asked) and e.person_id <> all(people_closed())
    and not exists (select from access_bar b where b.account_id = acting_user() and b.person_id = e.person_id)
    and (sought = '' or s.sort_name like '%' || replace(replace(lower(sought), '\', '\\'), '%', '\%') || '%'
      or lower(s.shown_name) like '%' || replace(replace(lower(sought), '\', '\\'), '%', '\%') || '%'
      or s.prison_number = upper(sought))
    and (e.owner_agency_id = acting_agency() and (is_manager() or e.ended_by = acting_user())
      or (e.owner_agency_id = acting_agency() or e.ended_at > at - interval '28 days')
        and exists (select from case_party p where p.case_id = e.case_id and p.until_on is null and p.agency_id = acting_agency()
          and (p.account_id = acting_user() or p.relationship <> 'REFERRED' and is_manager())));
end $$;
alter function endings_told owner to throughline_rules;
grant execute on function endings_told(uuid, text, timestamptz) to throughline_app;

-- Where to write to those who worked on the case: the address of each agency but the one that ended it.
create or replace function agencies_to_tell(about_case uuid) returns table (email text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select distinct y.email from case_ending e join case_party p on p.case_id = e.case_id and p.until_on is null
  join agency y on y.id = p.agency_id
  where e.case_id = about_case and e.owner_agency_id = acting_agency() and e.ended_by = acting_user() and e.reopened_at is null
    and y.id <> e.owner_agency_id and y.email <> ''
$$;
alter function agencies_to_tell owner to throughline_rules;
grant execute on function agencies_to_tell(uuid) to throughline_app;
