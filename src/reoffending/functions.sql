-- Whether an agency may have figures made of another's data: its own, or by an agreement in force that both signed, that needs
-- nobody's consent, and that opens the part `research` to its kind.
create or replace function private.may_research(asker uuid, owner uuid) returns boolean
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select asker = owner or exists (select from agreement a
    join agreement_party one on one.agreement_id = a.id and one.agency_id = asker and one.signed_at is not null
    join agreement_party two on two.agreement_id = a.id and two.agency_id = owner and two.signed_at is not null
    join agreement_grant g on g.agreement_id = a.id and g.field_group = 'research'
      and (g.agency_kind is null or g.agency_kind = (select kind from agency where id = asker))
    where is_in_force(a) and not a.needs_consent)
$$;
alter function private.may_research owner to throughline_rules;

-- Who left a prison between two days, once each, by their first release. Restricted records are left out: they exist for their list alone.
create or replace function private.released(prison uuid, from_on date, to_on date)
returns table (person_id uuid, released_on date)
language sql stable rows 100000 set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(p.merged_into_id, p.id), min(r.on_day)
  from (
    select m.person_id, m.happened_on as on_day from movement m
    where m.from_agency_id = prison and m.kind in ('RELEASE', 'RE_RELEASE') and m.undone_at is null
      and m.happened_on between from_on and to_on
    union all
    select k.person_id, k.left_on from custody k
    where k.agency_id = prison and k.left_reason in ('RELEASE', 'RE_RELEASE', 'RELEASED') and k.left_on between from_on and to_on
  ) r join person p on p.id = r.person_id
  where not exists (select from restricted_record x where x.person_id = p.id) -- apart, so that each is one pass over the table
    and not exists (select from restricted_record x where x.person_id = p.merged_into_id)
  group by 1
$$;
alter function private.released owner to throughline_rules;

-- The cohort that the program is counting, for its own agency; none where the agreement does not reach.
create or replace function private.countable_cohort(asked uuid) returns setof cohort
language plpgsql stable rows 1 set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'a cohort is counted by the program alone' using errcode = '42501'; end if;
  return query select c.* from cohort c where c.id = asked and c.agency_id = acting_agency() and c.ended_at is null
    and private.may_research(c.agency_id, c.prison_id) and private.may_research(c.agency_id, c.source_id);
end $$;
alter function private.countable_cohort owner to throughline_rules;

create or replace function cohort_is_agreed(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from private.countable_cohort(asked))
$$;
alter function cohort_is_agreed owner to throughline_rules;

-- Who is in a cohort: day of release, what the predictor asks, and which agency supervises them.
create or replace function cohort_members(asked uuid)
returns table (person_id uuid, released_on date, born_on date, sex text, area text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select r.person_id, r.released_on, p.born_on, p.sex, coalesce(s.name, '')
  from private.countable_cohort(asked) c
  cross join lateral private.released(c.prison_id, c.from_on, c.to_on) r
  join person p on p.id = r.person_id
  left join lateral (select y.name from case_party t join case_file f on f.id = t.case_id join agency y on y.id = t.agency_id
    where f.person_id = r.person_id and t.relationship = 'SUPERVISION' and (t.until_on is null or t.until_on > r.released_on)
    order by t.since_on, t.id limit 1) s on true
$$;
alter function cohort_members owner to throughline_rules;

-- Their offences in the cohort's source, person by person; what a source told again counts as it was told last.
create or replace function cohort_offences(asked uuid)
returns table (person_id uuid, offence_on date, outcome text, outcome_on date, kind text, category text, jurisdiction text,
  is_recordable boolean, is_whole_history boolean)
language sql stable rows 500000 security definer set search_path = public, pg_catalog, pg_temp
set enable_nestloop = off set work_mem = '64MB' as $$ -- whole tables once, even with a plan that was made when they were empty
  with own as materialized (select * from private.countable_cohort(asked)),
  member as materialized (
    select r.person_id from own c cross join lateral private.released(c.prison_id, c.from_on, c.to_on) r
  ),
  told as materialized (
    select o.*, b.committed_at from offence_record o join import_batch b on b.id = o.batch_id
    where o.owner_agency_id = (select source_id from own) and b.committed_at is not null and b.undone_at is null
  )
  select o.person_id, o.offence_on, o.outcome, o.outcome_on, o.kind, o.category, o.jurisdiction, o.is_recordable, o.is_whole_history
  from (
    select distinct on (i.person_id, coalesce(o.reference, o.batch_id::text || ' ' || o.row)) i.person_id, o.*
    from member r join person_identifier i on i.person_id = r.person_id and i.problem is null
    join told o on o.identifier = i.value and o.identifier_type = i.type
    order by i.person_id, coalesce(o.reference, o.batch_id::text || ' ' || o.row), o.committed_at desc, o.batch_id desc
  ) o order by o.person_id
$$;
alter function cohort_offences owner to throughline_rules;

-- Whether this cohort and those of the same prison that were made before and share quarters with it differ by so few people
-- that taking one from another, or several from one, would show them.
create or replace function cohort_is_too_close(asked uuid, fewest int) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with own as materialized (select * from private.countable_cohort(asked)),
  standing as materialized (
    select * from own
    union all
    select o.* from own c join cohort o on o.prison_id = c.prison_id and o.id <> c.id and o.ended_at is null
      and (o.made_at, o.id) < (c.made_at, c.id) and o.from_on <= c.to_on and o.to_on >= c.from_on
      and (o.from_on, o.to_on) <> (c.from_on, c.to_on)
  ),
  -- Who is in the same ones of them, counted once: a handful of rows, however many people there are.
  together as materialized (
    select ids, count(*) as people from (
      select r.person_id, array_agg(s.id order by s.id) as ids
      from standing s cross join lateral private.released(s.prison_id, s.from_on, s.to_on) r group by 1) m group by 1
  ),
  left_over as (
    select sum(t.people) as people from standing one join standing two on two.id <> one.id and asked in (one.id, two.id)
    join together t on one.id = any(t.ids) and two.id <> all(t.ids) group by one.id, two.id
    union all
    select people from together where cardinality(ids) = 1
  )
  select (select count(*) from standing) > 1 and exists (select from left_over where people between 1 and fewest - 1)
$$;
alter function cohort_is_too_close owner to throughline_rules;

-- Every cohort that stands, for the night's work and after a file came in.
create or replace function cohorts_to_count() returns table (id uuid, agency_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'cohorts_to_count: not for this account' using errcode = '42501'; end if;
  return query select c.id, c.agency_id from cohort c where c.ended_at is null order by c.made_at, c.id;
end $$;
alter function cohorts_to_count owner to throughline_rules;
-- Forgets the offences of extracts that came in before an instant. Returns how many.
create or replace function forget_offences(before timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare gone int;
begin
  if not is_system() then raise exception 'forget_offences: not for this account' using errcode = '42501'; end if;
  delete from offence_record o using import_batch b where b.id = o.batch_id and b.committed_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;
alter function forget_offences owner to throughline_rules;
grant execute on function forget_offences(timestamptz), cohort_is_agreed(uuid), cohort_members(uuid), cohort_offences(uuid), cohort_is_too_close(uuid, int), cohorts_to_count() to throughline_app;
