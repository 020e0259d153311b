-- Which police hold intelligence about the person of a case: that there is some shows to those who see risk, what it says to nobody here.
create or replace function intelligence_holders(about_case uuid) returns table (agency_name text, agency_phone text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not exists (select from sight a where a.case_id = about_case and 'risk' = any(a.reads)
      and a.audience_id = any(acting_audiences()) and a.until >= current_date and a.person_id <> all(people_closed())) then
    return;
  end if;
  return query
  select distinct y.name, y.phone from note n join agency y on y.id = n.owner_agency_id
  where n.case_id = about_case and n.field_group = 'intelligence' and n.withdrawn_at is null order by 1;
end $$;
alter function intelligence_holders owner to throughline_rules;
grant execute on function intelligence_holders(uuid) to throughline_app;

-- The one way to write a note: in the name that was signed, for whoever may write in that part of the case. Asks who acts and what they
-- see once, where a policy would ask twice. Refuses with `note.part-closed` who sees the case and may not write there, with
-- `case.not-found` everybody else.
drop function if exists add_note(uuid, uuid, text, text, text, text, text, timestamptz, int, subject_category, timestamptz, basis); -- it returned more
create or replace function add_note(id uuid, about_case uuid, part text, kind text, pathway text, body text, own_words text,
  happened_at timestamptz, length_in_minutes int, category subject_category, at timestamptz, how basis default 'FACT') returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  signed text[] := private.verified(nullif(current_setting('app.identity', true), '')); -- user, agency, audiences
  audiences uuid[] := string_to_array(signed[3], ',')::uuid[];
  about uuid;
begin
  select a.person_id into about from sight a where a.case_id = about_case and part = any(a.writes)
    and a.until >= current_date and a.audience_id = any(audiences) limit 1;
  if about is null or exists (select from private.closing(about, signed[1]::uuid, audiences)) then
    if exists (select from sight a where a.case_id = about_case and 'identity' = any(a.reads) and a.until >= current_date
        and a.audience_id = any(audiences) and not exists (select from private.closing(a.person_id, signed[1]::uuid, audiences))) then
      raise exception 'note.part-closed' using errcode = 'TL403', detail = jsonb_build_object('part', part);
    end if;
    raise exception 'case.not-found' using errcode = 'TL404';
  end if;
  insert into note (id, case_id, person_id, kind, field_group, pathway, body, own_words, happened_at, length_in_minutes, author_id,
    written_at, owner_agency_id, subject_category, basis)
  values (id, about_case, about, kind, part, pathway, body, own_words, happened_at, length_in_minutes, signed[1]::uuid, at,
    signed[2]::uuid, category, how);
end $$;
alter function add_note owner to throughline_rules;
grant execute on function add_note to throughline_app;
