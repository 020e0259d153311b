-- Whether the actor's agency may have mentors: none that can punish (T7).
create or replace function runs_mentoring() returns boolean
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from agency y where y.id = acting_agency() and not is_walled(y.kind, 'mentoring', null));
end $$;
grant execute on function runs_mentoring() to throughline_app, throughline_rules, portal_mentor;

-- The actor's own row among the mentors.
create or replace function own_mentor() returns uuid
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return (select id from mentor where account_id = acting_user() and left_on is null);
end $$;
-- Whom the actor supervises. Asked once a statement.
create or replace function mentors_supervised() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return array(select id from mentor where supervisor_id = acting_user() and left_on is null);
end $$;
alter function own_mentor owner to throughline_rules;
alter function mentors_supervised owner to throughline_rules;
grant execute on function own_mentor(), mentors_supervised() to throughline_app, portal_mentor;

-- Records that are closed to a mentor though they were matched: related to them, once theirs, or restricted since.
create or replace function mentored_closed() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return array(select person_id from access_bar where account_id = acting_user()
    union all select r.person_id from restricted_record r
    where not exists (select from restricted_reader x where x.person_id = r.person_id and x.account_id = acting_user()));
end $$;
alter function mentored_closed owner to throughline_rules;
grant execute on function mentored_closed() to throughline_app, portal_mentor;

-- What a mentor is shown of whom they walk with, and nothing else: a called name, where they are, their languages, the release date
-- once the risk assessment is signed. Until they said yes, no name.
create or replace function own_mentees() returns table (match_id uuid, called text, stays_at text, languages text[], release_on date, is_out boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare closed uuid[] := mentored_closed();
begin
  return query select m.id, case when m.mentor_answer = 'YES' then coalesce(nullif(p.chosen_name, ''), p.given_name) else '' end,
    coalesce(y.name, w.place), w.languages, case when m.risk_signed_at is not null then s.release_on end, s.agency_id is null
  from mentor_match m join mentee_wish w on w.id = m.wish_id join person p on p.id = m.person_id
  join case_summary s on s.case_id = m.case_id left join agency y on y.id = s.agency_id
  where m.mentor_id = own_mentor() and m.mentor_answer is distinct from 'NO' and m.person_answer is distinct from 'NO'
    and (m.ended_on is null or m.ended_on >= current_date - 14) and m.person_id <> all(closed) and s.died_on is null;
end $$;
alter function own_mentees owner to throughline_rules;
grant execute on function own_mentees() to throughline_app, portal_mentor;

-- Nobody answers for a mentor who can sign in, nobody signs the risk of their own match, and what was signed stands.
create or replace function mentor_match_guarded() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare m mentor := (select x from mentor x where x.id = new.mentor_id); actor uuid := acting_user();
begin
  if actor is null then return new; end if; -- the schema's owner and the demonstration
  if (new.mentor_answer, new.gate_answer) is distinct from (old.mentor_answer, old.gate_answer) and m.account_id is distinct from actor
      and m.account_id is not null then
    raise exception 'mentor_match_guarded: the mentor answers for themself' using errcode = '42501';
  end if;
  if m.account_id = actor and (new.person_answer, new.risk_words, new.risk_places, new.risk_signed_at)
      is distinct from (old.person_answer, old.risk_words, old.risk_places, old.risk_signed_at) then
    raise exception 'mentor_match_guarded: not of one''s own match' using errcode = '42501';
  end if;
  if new.risk_signed_at is distinct from old.risk_signed_at and new.risk_signed_by is distinct from actor then
    raise exception 'mentor_match_guarded: who signs is who acts' using errcode = '42501';
  end if;
  return new;
end $$;
alter function mentor_match_guarded owner to throughline_rules;
create or replace trigger mentor_match_is_guarded before update on mentor_match for each row execute function mentor_match_guarded();

-- One's own row: a mentor says where and when they can, never what they are.
create or replace function mentor_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  if acting_user() is not null and not is_manager() and (new.stage, new.supervisor_id, new.account_id, new.left_on, new.name, new.came_from)
      is distinct from (old.stage, old.supervisor_id, old.account_id, old.left_on, old.name, old.came_from) then
    raise exception 'mentor_guarded: a manager decides that' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger mentor_is_guarded before update on mentor for each row execute function mentor_guarded();

-- Before the first contact: both said yes and somebody signed. What is logged in the first fortnight counts among the first contacts.
create or replace function mentor_session_counts() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare out_on date;
begin
  if tg_when = 'BEFORE' then
    if new.match_id is not null and not exists (select from mentor_match m where m.id = new.match_id and m.mentor_id = new.mentor_id
        and m.case_id = new.case_id and m.person_id = new.person_id and m.risk_signed_at is not null and (m.ended_on is null or m.ended_on >= new.happened_on)) then
      raise exception 'mentor_session_counts: no contact before the risk assessment is signed' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.person_id is null then return null; end if;
  select s.release_on into out_on from case_summary s where s.case_id = new.case_id and s.agency_id is null;
  if new.happened_on - out_on between 1 and 14 then
    insert into first_contact (case_id, person_id, released_on, day_number, outcome, recorded_by, recorded_at, owner_agency_id)
    values (new.case_id, new.person_id, out_on, new.happened_on - out_on,
      case new.kind when 'CALL' then 'SPOKE' when 'MISSED' then 'NO_ANSWER' else 'MET' end, new.made_by, new.made_at, new.owner_agency_id);
  end if;
  return null;
end $$;
alter function mentor_session_counts owner to throughline_rules;
create or replace trigger mentor_session_allowed before insert on mentor_session for each row execute function mentor_session_counts();
create or replace trigger mentor_session_counted after insert on mentor_session for each row execute function mentor_session_counts();

-- Which of an agency's mentors may not walk with whom: a bar stands between them. For whoever proposes; says pairs, never why.
create or replace function mentors_kept_from() returns table (mentor_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select m.id, b.person_id from mentor m join access_bar b on b.account_id = m.account_id
  where m.agency_id = acting_agency() and is_manager() and b.person_id in (select w.person_id from mentee_wish w where w.owner_agency_id = acting_agency())
  union select m.id, o.person_id from mentor m join own_record o on o.mentor_id = m.id where m.agency_id = acting_agency() and is_manager();
end $$;
alter function mentors_kept_from owner to throughline_rules;
grant execute on function mentors_kept_from() to throughline_app;
