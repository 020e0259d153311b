-- What an agency that a note was opened to may read: that note, and whom it is about. It gains no sight of the case.
create or replace function read_opened_note(opening uuid) returns table (
  id uuid, person_id uuid, case_id uuid, person_name text, born_on date, body text, own_words text, happened_at timestamptz,
  author_name text, agency_name text, agency_phone text, reason text, opened_at timestamptz)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select o.id, o.person_id, o.case_id, p.given_name || ' ' || p.family_name, p.born_on, n.body, n.own_words, n.happened_at,
    w.name, y.name, y.phone, o.reason, o.opened_at
  from note_opening o join note n on n.id = o.note_id join person p on p.id = o.person_id
  join account w on w.id = n.author_id join agency y on y.id = n.owner_agency_id
  where o.id = opening and o.closed_at is null and n.withdrawn_at is null
    and o.to_agency_id = acting_agency() and acting_agency() = any(acting_audiences())
    and o.person_id <> all(people_closed())
$$;
alter function read_opened_note owner to throughline_rules;
grant execute on function read_opened_note(uuid) to throughline_app;
