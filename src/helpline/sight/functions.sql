-- The lines whose calls the acting account may answer: those of its agency, where it is an operator or a manager. All that a policy asks.
create or replace function my_helplines() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return array(select h.id from account a join helpline h on h.agency_id = a.agency_id and h.closed_at is null
    join agency y on y.id = a.agency_id and not is_walled(y.kind, 'mentoring', null)
    where a.id = acting_user() and a.agency_id = acting_agency() and a.disabled_at is null and a.roles && '{OPERATOR,MANAGER}');
end $$;
alter function my_helplines owner to throughline_rules;
grant execute on function my_helplines() to throughline_app, throughline_rules;

-- Whether an account answers calls of a line that the acting one belongs to.
create or replace function answers_helpline(line uuid, account uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return line = any(my_helplines()) and exists (select from helpline h join account a on a.agency_id = h.agency_id
    where h.id = line and a.id = account and a.disabled_at is null and 'OPERATOR' = any(a.roles));
end $$;
alter function answers_helpline owner to throughline_rules;
grant execute on function answers_helpline(uuid, uuid) to throughline_app;

-- For whom the acting agency is shown anything: itself, its teams, its workers. An operator belongs to none of these audiences.
create or replace function private.audiences_of_helpline() returns uuid[]
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select array(select acting_agency() union select id from team where agency_id = acting_agency() and closed_on is null
    union select id from account where agency_id = acting_agency() and disabled_at is null)
$$;
alter function private.audiences_of_helpline owner to throughline_rules;
revoke all on function private.audiences_of_helpline() from public;

-- Whether the line knows of somebody: its agency sees who they are. A restricted record does not exist here for anybody, and
-- nobody answers a call of somebody from whom they are barred.
create or replace function helpline_sees(about_case uuid, about uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if my_helplines() = '{}' then return false; end if;
  return not exists (select from restricted_record r where r.person_id = about)
    and not exists (select from access_bar b where b.account_id = acting_user() and b.person_id = about)
    and exists (select from sight x where x.case_id = about_case and x.person_id = about and 'identity' = any(x.reads)
      and x.audience_id = any(private.audiences_of_helpline()) and x.until >= current_date);
end $$;
alter function helpline_sees owner to throughline_rules;
grant execute on function helpline_sees(uuid, uuid) to throughline_app, throughline_rules;

-- Who may be meant, among those whom the line knows of: what they are called, when they were born, and who works with them. No more.
create or replace function find_callers(words text, numbers text[], born date, most int)
returns table (case_id uuid, person_id uuid, name text, born_on date, worker_name text, worker_agency text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp
set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare audiences uuid[] := private.audiences_of_helpline(); reader uuid := acting_user();
begin
  if my_helplines() = '{}' then return; end if;
  return query
  select c.id, p.id, coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, p.born_on, w.name, w.agency from (
    select alike.id, max(alike.score) as score from (
      select p.id, word_similarity(words, p.search_text) + similarity(words, p.search_text) / 10 as score from person p where words <> '' and words <% p.search_text
      union all select a.person_id, word_similarity(words, a.search_text) * 0.9 from person_alias a where words <> '' and words <% a.search_text
      union all select i.person_id, 2 from person_identifier i where i.value = any(numbers)
      union all select p.id, 1 from person p where p.born_on = born and words = '') alike group by alike.id order by 2 desc, 1) found
  cross join lateral ( -- the likest first, and no further than the page: thousands may be alike
    select whole.* from person whole where whole.id = found.id and whole.merged_into_id is null
      and (born is null or cardinality(numbers) > 0 or whole.born_on = born)
      and not exists (select from restricted_record r where r.person_id = whole.id)
      and not exists (select from access_bar b where b.account_id = reader and b.person_id = whole.id) limit 1) p
  cross join lateral (select f.id from case_file f where f.person_id = p.id and f.ended_on is null and exists (select from sight x
    where x.case_id = f.id and 'identity' = any(x.reads) and x.audience_id = any(audiences) and x.until >= current_date)
    order by f.opened_on desc, f.id limit 1) c
  left join lateral (select a.name, g.name as agency from case_party t join account a on a.id = t.account_id join agency g on g.id = a.agency_id
    where t.case_id = c.id and t.until_on is null order by t.agency_id = acting_agency() desc, t.since_on desc limit 1) w on true
  order by found.score desc, found.id limit least(most, 20);
end $$;
alter function find_callers owner to throughline_rules;
grant execute on function find_callers(text, text[], date, int) to throughline_app;

-- What a call needs of somebody whom the line knows of: as above, the language to speak, and who can be told in the morning.
create or replace function read_caller(about_case uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare p person;
begin
  select x.* into p from case_file f join person x on x.id = f.person_id where f.id = about_case;
  if p.id is null or not helpline_sees(about_case, p.id) then return null; end if;
  return jsonb_build_object('caseId', about_case, 'personId', p.id,
    'name', coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name,
    'calledName', coalesce(nullif(p.chosen_name, ''), p.given_name), 'bornOn', p.born_on, 'language', p.interpreter_language,
    'workers', (select coalesce(jsonb_agg(jsonb_build_object('accountId', w.id, 'name', w.name, 'role', w.role, 'agencyName', w.agency, 'isOurs', w.is_ours)
        order by w.is_ours desc, w.name), '[]')
      from (select distinct on (a.id) a.id, a.name, t.role, g.name as agency, a.agency_id = acting_agency() as is_ours
        from case_party t join account a on a.id = t.account_id and a.disabled_at is null join agency g on g.id = a.agency_id
        where t.case_id = about_case and t.until_on is null order by a.id, t.since_on desc) w));
end $$;
alter function read_caller owner to throughline_rules;
grant execute on function read_caller(uuid) to throughline_app;

-- Whether a worker may be told of a call in words: they are named on the case, and of the line's agency or the caller said yes.
create or replace function may_hear_of_call(about_case uuid, account uuid, agreed boolean) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from case_party t join account a on a.id = t.account_id and a.disabled_at is null
    where t.case_id = about_case and t.account_id = account and t.until_on is null and (agreed or a.agency_id = acting_agency())
      and not exists (select from access_bar b join case_file f on f.id = about_case where b.account_id = account and b.person_id = f.person_id));
end $$;
alter function may_hear_of_call owner to throughline_rules;
grant execute on function may_hear_of_call(uuid, uuid, boolean) to throughline_app;

-- Tells the worker that something waits for them: definer, since nobody writes an alert by hand. Of one's own hand-off alone.
create or replace function tell_of_hand_off(hand_off uuid, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into alert (account_id, case_id, name, subject_id, agency_id, details, made_at)
  select o.to_account_id, o.case_id, 'helpline.handed-on', o.id, acting_agency(), '{}', at from helpline_hand_off o
  where o.id = hand_off and o.made_by = acting_user()
$$;
alter function tell_of_hand_off owner to throughline_rules;
grant execute on function tell_of_hand_off(uuid, timestamptz) to throughline_app;

-- Keeps what was said as a note of mentoring, behind the same wall, with the same door of safeguarding; where the line's agency may
-- write such notes. By who took the call, once. Null where it may not.
create or replace function keep_note_of_call(call uuid, note uuid, body text, at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare c helpline_call;
begin
  select * into c from helpline_call k where k.id = call and k.operator_id = acting_user() and k.closed_at is null and k.case_id is not null
    and k.helpline_id = any(my_helplines());
  if c.id is null or not helpline_sees(c.case_id, c.person_id) or not exists (select from sight x where x.case_id = c.case_id
    and 'mentoring' = any(x.writes) and x.audience_id = any(private.audiences_of_helpline()) and x.until >= current_date) then return null; end if;
  insert into note (id, case_id, person_id, kind, field_group, body, happened_at, author_id, written_at, owner_agency_id, basis)
  values (note, c.case_id, c.person_id, 'PHONE', 'mentoring', body, coalesce(c.answered_at, c.rang_at), acting_user(), at, acting_agency(), 'SELF_REPORT');
  return note;
end $$;
alter function keep_note_of_call owner to throughline_rules;
grant execute on function keep_note_of_call(uuid, uuid, text, timestamptz) to throughline_app;

-- How the line is called, for a worker who holds a hand-off of it and is of another agency.
create or replace function name_of_helpline(hand_off uuid) returns table (line_name text, line_phone text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return query select h.name, h.phone from helpline_hand_off o join helpline h on h.id = o.helpline_id
    where o.id = hand_off and (o.to_account_id = acting_user() or o.to_account_id = any(acting_audiences()) or h.id = any(my_helplines()));
end $$;
alter function name_of_helpline owner to throughline_rules;
grant execute on function name_of_helpline(uuid) to throughline_app;
