-- Who sees which part of a case and why: each row that opens it, beside the parties and agreements that it follows from. For whoever
-- works on the whole case: it names colleagues of every agency.
create or replace function case_sight(asked uuid) returns table (
  agency_id uuid, agency_name text, agency_kind text, team_name text, account_id uuid, account_name text, field_group text,
  may_contribute boolean, until date, relationship text, role text, since_on date, agreement_id uuid, agreement_title text,
  needs_consent boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from sight m where m.case_id = asked and 'assessment' = any(m.writes)
      and m.until >= current_date and m.audience_id = any(acting_audiences())
      and m.person_id <> all(people_closed())) then
    raise exception 'case_sight: not for this account' using errcode = '42501';
  end if;
  return query
  select y.id, y.name, y.kind, t.name, w.id, w.name, x.part, x.may_contribute, x.until,
    case when e.id is null then r.relationship else 'EMERGENCY' end, r.role, coalesce(r.since_on, e.used_at::date), r.agreement_id, r.title, r.needs_consent
  from (select a.audience_id, seen.part, bool_or(seen.part = any(a.writes)) as may_contribute, max(a.until) as until
    from sight a cross join lateral unnest(a.reads) as seen(part) where a.case_id = asked and a.until >= current_date group by 1, 2) x
  left join break_glass e on e.id = x.audience_id and e.ends_at > now()
  left join account w on w.id = coalesce(e.account_id, x.audience_id) left join team t on t.id = x.audience_id
  join agency y on y.id = coalesce(w.agency_id, t.agency_id, x.audience_id)
  left join lateral (
    select p.relationship, p.role, p.since_on, a.id as agreement_id, a.title, a.needs_consent
    from case_party p join case_file c on c.id = p.case_id join agreement a on a.purpose = c.purpose and is_in_force(a)
    join agreement_party ap on ap.agreement_id = a.id and ap.agency_id = p.agency_id and ap.signed_at is not null
    where p.case_id = asked and p.until_on is null
      and x.audience_id in (select audiences_of_party(c.person_id, p.account_id, p.team_id, p.agency_id))
      and exists (select from agreement_grant g where g.agreement_id = a.id and g.relationship = p.relationship
        and g.field_group = x.part and (g.agency_kind is null or g.agency_kind = y.kind)
        and not is_walled(y.kind, g.field_group, g.agency_kind))
      and (not a.needs_consent or exists (select from consent n where n.person_id = c.person_id and n.agency_id = p.agency_id
        and n.purpose = c.purpose and n.kind = 'SHARING' and n.answer = 'GIVEN' and n.replaced_at is null))) r on true
  order by y.name collate "C", t.name collate "C" nulls first, w.name collate "C" nulls first, x.part, r.since_on;
end $$;
alter function case_sight owner to throughline_rules;
grant execute on function case_sight(uuid) to throughline_app;

-- How many cases each agency would gain or lose sight of, by field group, if an agreement came into force (or ended): counts alone,
-- by the rules that differ. Bars and restricted records are about single readers and are not counted.
create or replace function agreement_effect(asked uuid, is_ending boolean)
returns table (agency_id uuid, field_group text, gains int, losses int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare it agreement;
begin
  if not (is_coordinator() or is_manager()) then raise exception 'agreement_effect: not for this account' using errcode = '42501'; end if;
  select * into it from agreement where id = asked;
  return query with ruling as (
    select ap.agency_id, g.relationship, g.field_group, a.needs_consent, bool_or(is_in_force(a) and ap.signed_at is not null) as is_now,
      bool_or(case when a.id = asked then not is_ending when a.id = it.replaces_id and not is_ending then false
        else is_in_force(a) and ap.signed_at is not null end) as is_then
    from agreement a join agreement_party ap on ap.agreement_id = a.id join agency y on y.id = ap.agency_id
    join agreement_grant g on g.agreement_id = a.id and (g.agency_kind is null or g.agency_kind = y.kind)
      and not is_walled(y.kind, g.field_group, g.agency_kind)
    where a.purpose = it.purpose group by 1, 2, 3, 4
  ), seen as (
    select r.agency_id, r.field_group, p.case_id, bool_or(r.is_now) as is_now, bool_or(r.is_then) as is_then
    from ruling r join case_party p on p.agency_id = r.agency_id and p.relationship = r.relationship and p.until_on is null
    join case_file c on c.id = p.case_id and c.ended_on is null and c.purpose = it.purpose
    where exists (select from ruling d where d.agency_id = r.agency_id and d.field_group = r.field_group and d.is_now <> d.is_then)
      and (not r.needs_consent or exists (select from consent n where n.person_id = c.person_id and n.agency_id = r.agency_id
        and n.purpose = c.purpose and n.kind = 'SHARING' and n.answer = 'GIVEN' and n.replaced_at is null))
    group by 1, 2, 3)
  select s.agency_id, s.field_group, (count(*) filter (where is_then and not is_now))::int,
    (count(*) filter (where is_now and not is_then))::int
  from seen s where is_now <> is_then group by 1, 2;
end $$;
alter function agreement_effect owner to throughline_rules;
grant execute on function agreement_effect(uuid, boolean) to throughline_app;
