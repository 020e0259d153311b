-- A fact beside which something can be said, as its reader sees it: every table below asks for itself who reads it. What belongs to the
-- person and not to one case has no case_id. `code` and `day` are said in the reader's language. With a setting of its own, so that its
-- eight tables and their policies are not written into every statement that asks for a correction.
create or replace function said_fact(sort text, fact uuid) returns table (
  case_id uuid, person_id uuid, part text, subject_category text, since timestamptz, words text, code text, day date, is_current boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select n.case_id, n.person_id, n.field_group, n.subject_category, n.written_at,
    left(coalesce(nullif(n.body, ''), n.own_words), 200), '', null::date, n.withdrawn_at is null
  from note n where sort = 'NOTE' and n.id = fact
  union all
  select n.case_id, n.person_id, case when n.is_restricted then 'risk' else 'needs' end, n.subject_category, n.raised_at, n.words, '', null, true
  from need n where sort = 'NEED' and n.id = fact
  union all
  select null, p.id, 'identity', p.subject_category, p.made_at,
    concat_ws(' ', p.given_name, nullif(p.middle_names, ''), p.family_name), '', p.born_on, p.merged_into_id is null
  from person p where sort = 'IDENTITY' and p.id = fact
  union all
  select null, i.person_id, 'identity', i.subject_category, i.known_at, i.value, i.type, null, true
  from person_identifier i where sort = 'NUMBER' and i.id = fact
  union all
  select null, a.person_id, 'contact', a.subject_category, coalesce(a.from_on, '2000-01-01')::timestamptz,
    concat_ws(', ', nullif(a.lines, ''), nullif(a.postcode, '')), a.kind, null, a.until_on is null and not a.is_hidden and not a.has_none
  from person_address a where sort = 'ADDRESS' and a.id = fact
  union all
  select null, d.person_id, 'custody', d.subject_category, d.known_at, '', d.type, d.day, d.replaced_at is null and d.day is not null
  from release_date d where sort = 'DATE' and d.id = fact
  union all
  select w.case_id, w.person_id, case when w.is_restricted then 'risk' else 'assessment' end, w.subject_category, w.answered_at,
    left(w.question_text || ' ' || w.shown_text, 200), '', null, not w.is_no_answer
  from answer w where sort = 'ANSWER' and w.id = fact
  union all
  select r.case_id, r.person_id, 'referrals', r.subject_category, r.sent_at, v.name, r.status, null, true
  from referral r join service v on v.id = r.service_id where sort = 'REFERRAL' and r.id = fact
$$;
grant execute on function said_fact(text, uuid) to throughline_app, throughline_rules;

-- Whose part of the case the fact belongs to, and the person's name, are the database's to say.
create or replace function correction_is_placed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  select f.part, f.subject_category into new.field_group, new.subject_category from said_fact(new.fact_kind, new.fact_id) f
  where f.is_current and f.person_id = new.person_id and coalesce(f.case_id, new.case_id) = new.case_id
    and exists (select from case_file c where c.id = new.case_id and c.person_id = new.person_id);
  if not found then raise exception 'correction: no such fact on this case' using errcode = '42501'; end if;
  select coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name into new.person_name from person p where p.id = new.person_id;
  return new;
end $$;
alter function correction_is_placed owner to throughline_rules;
create or replace trigger correction_is_placed before insert on correction for each row execute function correction_is_placed();

-- Who had sight of a part of a case since an instant: who looked (the audit), who may look now (sight), and whose place on the case opened
-- it in the meantime (parties and what agreements granted them). Where consent is the law, only who looked or may look counts.
create or replace function agencies_with_sight(about_case uuid, part text, since timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select d.agency_id from audit d where d.case_ids @> array[about_case] and d.field_groups @> array[part] and d.outcome = 'done'
    and d.happened_at >= since and d.agency_id is not null and d.channel <> 'own-door'
    and d.action in ('consult', 'search', 'export', 'print', 'disclose')
  union
  select coalesce(w.agency_id, t.agency_id, g.agency_id, x.audience_id) from sight x left join account w on w.id = x.audience_id
    left join team t on t.id = x.audience_id left join break_glass g on g.id = x.audience_id
  where x.case_id = about_case and part = any(x.reads) and x.until >= current_date
  union
  select p.agency_id from case_party p join case_file c on c.id = p.case_id join agency y on y.id = p.agency_id
    join agreement a on a.purpose = c.purpose and a.in_force_at is not null and not a.needs_consent
    join agreement_party s on s.agreement_id = a.id and s.agency_id = p.agency_id and s.signed_at is not null
    join agreement_grant r on r.agreement_id = a.id and r.relationship = p.relationship and r.field_group = part
      and (r.agency_kind is null or r.agency_kind = y.kind) and not is_walled(y.kind, r.field_group, r.agency_kind)
  where p.case_id = about_case and coalesce(p.until_on, 'infinity') >= since::date
    and a.starts_on <= coalesce(p.until_on, 'infinity') and coalesce(a.ends_on, a.ended_at::date, 'infinity') >= p.since_on
    and not exists (select from access_bar b where b.person_id = c.person_id and b.account_id = p.account_id)
    and not exists (select from restricted_record q where q.person_id = c.person_id)
$$;
alter function agencies_with_sight owner to throughline_rules;
revoke all on function agencies_with_sight(uuid, text, timestamptz) from public;

-- A correction goes to all of them, in its own transaction; not to the agency that made it.
create or replace function correction_goes_out() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into correction_recipient (correction_id, agency_id, case_id, person_id, told_at, owner_agency_id)
  select distinct new.id, y.id, new.case_id, new.person_id, new.made_at, new.owner_agency_id
  from said_fact(new.fact_kind, new.fact_id) f
    join case_file c on c.person_id = new.person_id and (f.case_id is null or c.id = new.case_id) -- who somebody is stands in each of their cases
    cross join lateral agencies_with_sight(c.id, new.field_group, f.since) as seen(id) join agency y on y.id = seen.id
  where y.id <> new.owner_agency_id
  on conflict do nothing;
  return null;
end $$;
alter function correction_goes_out owner to throughline_rules;
create or replace trigger correction_goes_out after insert on correction for each row execute function correction_goes_out();

-- That a restriction is lifted reaches all whom it had reached, to be acknowledged anew.
create or replace function restriction_lifted() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update correction_recipient set told_at = new.lifted_at, acknowledged_at = null, acknowledged_by = null where correction_id = new.id;
  return null;
end $$;
alter function restriction_lifted owner to throughline_rules;
create or replace trigger restriction_lifted after update on correction
  for each row when (old.lifted_at is null and new.lifted_at is not null) execute function restriction_lifted();

-- What is under a restriction among the facts of a case and its person, whichever record it was said on: two may have been joined
-- or parted since. Ids alone, and nothing to who does not see the case. An answer to another system leaves them out; it could not show the mark.
create or replace function facts_restricted(about_case uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare about uuid := (select a.person_id from sight a where a.case_id = about_case and 'identity' = any(a.reads)
  and a.audience_id = any(acting_audiences()) and a.until >= current_date and a.person_id <> all(people_closed()) limit 1);
begin
  if about is null then return '{}'; end if;
  return array(
    select k.fact_id from correction k where k.case_id = about_case and k.kind = 'RESTRICTION' and k.lifted_at is null
    union
    select k.fact_id from (
      select about as id
      union all select i.id from person_identifier i where i.person_id = about
      union all select a.id from person_address a where a.person_id = about
      union all select d.id from release_date d where d.person_id = about and d.replaced_at is null) f
    join correction k on k.fact_id = f.id and k.kind = 'RESTRICTION' and k.lifted_at is null);
end $$;
alter function facts_restricted owner to throughline_rules;
grant execute on function facts_restricted(uuid) to throughline_app;
