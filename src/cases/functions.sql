-- A person who has just been added: by this agency, and not on any case.
create or replace function is_unattached_person(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from person p where p.id = person and p.owner_agency_id = acting_agency())
    and not exists (select from case_file c where c.person_id = person)
$$;
-- A case that this agency has just opened, and that nobody works on yet.
create or replace function is_newly_opened(case_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.owner_agency_id = acting_agency())
    and not exists (select from case_party p where p.case_id = $1)
$$;
-- The prison that holds the person, or the area that supervises them: it names its own workers.
create or replace function is_answerable_for(case_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from case_party p where p.case_id = $1 and p.agency_id = acting_agency()
    and p.relationship in ('CUSTODY', 'SUPERVISION') and p.until_on is null)
$$;
-- Who may write the assessment works on the whole case; a service that said yes to a referral does not.
create or replace function may_bring_in(case_id uuid) returns boolean
language sql stable security invoker set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from sight a where a.case_id = $1 and 'assessment' = any(a.writes))
$$;
grant execute on function may_bring_in(uuid) to throughline_app;
alter function is_answerable_for owner to throughline_rules;
grant execute on function is_answerable_for(uuid) to throughline_app;
alter function is_unattached_person owner to throughline_rules;
alter function is_newly_opened owner to throughline_rules;
grant execute on function is_unattached_person(uuid), is_newly_opened(uuid) to throughline_app;

-- The last day on which somebody worked towards this person's resettlement: a note, a step, a referral, an assessment, a need, a pathway or
-- an appointment kept. A case that was opened and left is as old as that day.
-- Like the next one a table of one row with no search path of its own, so that it becomes a part of the statement that asks: an
-- import asks it ten thousand times.
create or replace function private.worked_on(about_case uuid) returns table (day date)
language sql stable as $$
  select greatest(c.opened_on, (greatest(
    (select max(happened_at) from note n where n.case_id = c.id and withdrawn_at is null and field_group = 'notes' and happened_at <= now()),
    (select max(greatest(made_at, closed_at)) from step t where t.case_id = c.id),
    (select max(sent_at) from referral r where r.case_id = c.id),
    (select max(greatest(begun_at, submitted_at)) from assessment e where e.case_id = c.id),
    (select max(raised_at) from need d where d.case_id = c.id),
    (select max(set_at) from pathway_status p where p.case_id = c.id and is_by_hand),
    (select max(starts_at) from appointment a where a.case_id = c.id and attendance in ('ATTENDED', 'LATE'))
  ) at time zone 'Europe/London')::date)
  from case_file c where c.id = about_case
$$;
alter function private.worked_on owner to throughline_rules;
revoke all on function private.worked_on(uuid) from public;
drop function if exists private.last_worked_on(uuid), private.came_back_on(uuid); -- what an older release called them

-- The day on which somebody came back after a release: dates up to it are over, whatever they were.
create or replace function private.returned_on(person uuid) returns table (day date)
language sql stable as $$
  select max(m.happened_on) from movement m where m.person_id = person and m.undone_at is null
    and m.state_before = 'RELEASED' and m.kind in ('RECALL', 'RECEPTION')
$$;
alter function private.returned_on owner to throughline_rules;
revoke all on function private.returned_on(uuid) from public;

-- Keeps the rows of the lists equal to what they sum up. Called by every change that records an event about a case, with the
-- field groups that it touched: a note renews the last contact and nothing else.
create or replace function summarise_cases(cases uuid[], groups text[]) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare renewed int;
begin
  if groups <@ array['notes', 'health', 'family', 'risk', 'mentoring', 'intelligence'] then
    update case_summary s set last_contact_at = n.happened_at, last_contact_agency_id = n.owner_agency_id,
      active_on = greatest(s.active_on, (n.happened_at at time zone 'Europe/London')::date)
    from unnest(cases) c cross join lateral (
      select happened_at, owner_agency_id from note where note.case_id = c and withdrawn_at is null
        and note.field_group = 'notes' and happened_at <= now() order by happened_at desc limit 1) n
    where s.case_id = c and n.happened_at > coalesce(s.last_contact_at, '-infinity');
    get diagnostics renewed = row_count;
    if renewed = cardinality(cases) then return; end if; -- nearly always: a note was written
    -- The last note may be gone: everything else is looked at. Apart, since even to make ready for that costs as much as the note.
    update case_summary s set last_contact_at = n.happened_at, last_contact_agency_id = n.owner_agency_id,
      active_on = (select w.day from private.worked_on(c) w)
    from unnest(cases) c left join lateral (
      select happened_at, owner_agency_id from note where note.case_id = c and withdrawn_at is null
        and note.field_group = 'notes' and happened_at <= now() order by happened_at desc limit 1) n on true
    where s.case_id = c and s.last_contact_at is distinct from n.happened_at;
    return;
  end if;
  insert into case_summary as s
  select c.id, p.id,
    coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, lower(p.family_name || ' ' || p.given_name),
    (select value from person_identifier i where i.person_id = p.id and type = 'PRISON_NUMBER' order by known_at desc limit 1),
    p.born_on, k.agency_id, k.wing, k.cell, coalesce(o.happened_on, d.day), case when o.id is null then d.type else 'RELEASED' end,
    coalesce(o.entered_at, d.known_at), coalesce(o.source, d.source), coalesce(k.is_recalled, false),
    kw.account_id, kw.name, com.account_id, com.name,
    coalesce((select jsonb_object_agg(pathway, status) from pathway_status ps where ps.case_id = c.id), '{}'),
    p.interpreter_language,
    exists (select from person_address x where x.person_id = p.id and x.kind = 'FIRST_NIGHT' and not x.has_none and x.until_on is null),
    n.happened_at, n.owner_agency_id,
    u.undone, u.late, u.title, u.due_on,
    (select count(*) from referral r where r.case_id = c.id and r.status in ('DECLINED', 'EXPIRED') and not exists (
      select from referral again where again.need_id = r.need_id and again.sent_at > r.sent_at)),
    coalesce((select case when bool_or(submitted_at is not null) then 'SUBMITTED' else 'DRAFT' end
      from assessment e where e.case_id = c.id and reset_at is null and skipped_at is null having count(*) > 0), 'NONE'),
    c.ended_on is null, st.state,
    (select m.happened_on from movement m where m.person_id = p.id and m.kind = 'DEATH' and m.undone_at is null limit 1),
    w.day
  from case_file c join person p on p.id = c.person_id
  left join custody k on k.person_id = p.id and k.left_on is null
  cross join lateral private.custody_state(p.id) st cross join lateral private.worked_on(c.id) w cross join lateral private.returned_on(p.id) b
  left join lateral (select m.id, m.happened_on, m.entered_at, m.source from movement m where k.id is null and m.person_id = p.id
    and m.undone_at is null and m.state_after = 'RELEASED' and m.kind in ('RELEASE', 'RE_RELEASE')
    order by m.number desc limit 1) o on true
  left join lateral (select r.day, r.type, r.known_at, r.source from release_date r
    where r.person_id = p.id and r.replaced_at is null and r.day is not null
      and r.day > coalesce(b.day, '-infinity')
      and (r.type in ('CONFIRMED', 'APD', 'HDCAD', 'CRD', 'ARD') or (r.type = 'PRRD' and coalesce(k.is_recalled, false)))
    order by array_position(array['CONFIRMED', 'APD', 'HDCAD', 'PRRD', 'CRD', 'ARD'], r.type) limit 1) d on true
  left join lateral (select x.account_id, a.name from case_party x join account a on a.id = x.account_id
    where x.case_id = c.id and x.until_on is null and x.role = 'KEY_WORKER' limit 1) kw on true
  left join lateral (select x.account_id, a.name from case_party x join account a on a.id = x.account_id
    where x.case_id = c.id and x.until_on is null and x.role = 'COMMUNITY_OFFENDER_MANAGER' limit 1) com on true
  left join lateral (select happened_at, owner_agency_id from note where note.case_id = c.id and withdrawn_at is null
    and note.field_group = 'notes' and happened_at <= now() order by happened_at desc limit 1) n on true
  cross join lateral (select count(*) as undone, count(*) filter (where t.due_on < current_date) as late,
    (array_agg(t.title order by t.due_on nulls last, t.made_at))[1] as title, min(t.due_on) as due_on
    from step t where t.case_id = c.id and t.closed_at is null) u
  where c.id = any(cases)
  on conflict (case_id) do update set person_id = excluded.person_id, shown_name = excluded.shown_name, sort_name = excluded.sort_name,
    prison_number = excluded.prison_number, born_on = excluded.born_on, agency_id = excluded.agency_id, wing = excluded.wing,
    cell = excluded.cell, release_on = excluded.release_on, release_type = excluded.release_type,
    release_known_at = excluded.release_known_at, release_source = excluded.release_source, is_recalled = excluded.is_recalled,
    key_worker_id = excluded.key_worker_id, key_worker_name = excluded.key_worker_name,
    community_manager_id = excluded.community_manager_id, community_manager_name = excluded.community_manager_name,
    pathway_statuses = excluded.pathway_statuses, needs_interpreter = excluded.needs_interpreter,
    has_first_night = excluded.has_first_night, last_contact_at = excluded.last_contact_at,
    last_contact_agency_id = excluded.last_contact_agency_id, undone_count = excluded.undone_count, late_count = excluded.late_count,
    next_undone = excluded.next_undone, next_undone_on = excluded.next_undone_on, declined_count = excluded.declined_count,
    assessment_state = excluded.assessment_state, is_open = excluded.is_open,
    custody_state = excluded.custody_state, died_on = excluded.died_on, active_on = excluded.active_on;
end $$;
alter function summarise_cases owner to throughline_rules;
grant execute on function summarise_cases(uuid[], text[]) to throughline_app;
