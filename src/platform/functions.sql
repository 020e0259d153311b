-- Who acts, as signed by the app (src/platform/identity.ts). The app's login can neither read the key nor write a
-- setting that passes: HMAC-SHA256(key, said) = sha256(outer || sha256(inner || said)).
create or replace function private.verified(identity text) returns text[]
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
declare
  part text[] := string_to_array(identity, '|'); -- user, agency, audiences, until, signature
  said bytea := convert_to(concat_ws('|', part[1], part[2], part[3], part[4]), 'UTF8');
  signature text;
begin
  select encode(sha256(outer_pad || sha256(inner_pad || said)), 'hex') into signature from private.identity_key;
  if part[5] = signature and to_timestamp(part[4]::double precision) > transaction_timestamp() then
    return part;
  end if;
  return null;
end $$;
alter function private.verified owner to throughline_rules;

-- After a transaction-local setting the pooled value is '' and not null, hence nullif (T24).
create or replace function acting_agency() returns uuid
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return nullif((private.verified(nullif(current_setting('app.identity', true), '')))[2], '')::uuid;
end $$;
create or replace function acting_user() returns uuid
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return nullif((private.verified(nullif(current_setting('app.identity', true), '')))[1], '')::uuid;
end $$;
create or replace function acting_audiences() returns uuid[]
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(string_to_array(nullif((private.verified(nullif(current_setting('app.identity', true), '')))[3], ''), ',')::uuid[], '{}');
end $$;
alter function acting_agency owner to throughline_rules;
alter function acting_user owner to throughline_rules;
alter function acting_audiences owner to throughline_rules;
grant execute on function acting_agency(), acting_user(), acting_audiences() to throughline_app, throughline_worker, throughline_rules, portal_mentor;

-- Writes down a look, in one statement that is its own short transaction. The identity is checked here, since a reading's
-- transaction is over by then.
create or replace function keep_look(identity text, look jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare part text[] := private.verified(identity);
begin
  if part is null then raise exception 'keep_look: nobody signed this identity' using errcode = '42501'; end if;
  insert into audit (account_id, agency_id, session_id, action, outcome, person_ids, case_ids, field_groups, reason, channel, request_id, details)
  values (part[1]::uuid, part[2]::uuid, (look->>'sessionId')::uuid, look->>'action',
    case look->>'action' when 'deny' then 'denied' else 'done' end,
    array(select jsonb_array_elements_text(coalesce(look->'personIds', '[]'))::uuid),
    array(select jsonb_array_elements_text(coalesce(look->'caseIds', '[]'))::uuid),
    array(select jsonb_array_elements_text(coalesce(look->'fieldGroups', '[]'))),
    look->>'reason', look->>'channel', look->>'requestId', coalesce(look->'details', '{}'));
end $$;
alter function keep_look owner to throughline_rules;
grant execute on function keep_look(text, jsonb) to throughline_app, portal_mentor;

-- A change says what it did, in one statement however many events there are: the events, one audit row, the rows of the
-- lists, and word to the pages that are open (which case, nothing more). What happened on a case happened to its person.
create or replace function keep_events(events jsonb, stamp jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  -- Asked once: each look at the signed identity costs as much as writing a row.
  part text[] := private.verified(nullif(current_setting('app.identity', true), ''));
  actor uuid := nullif(part[1], '')::uuid; agency uuid := nullif(part[2], '')::uuid;
  cases uuid[]; people uuid[]; groups text[]; names text[]; said jsonb := events->0; about uuid; why text; by_what text; told uuid;
  most_cases_told constant int := 20; -- a bulk change is not worth waking every open page for
  open_pages constant int := 7263405; -- who listens for them holds all of these (src/platform/live.ts)
begin
  if actor is null then raise exception 'keep_events: nobody signed who acts' using errcode = '42501'; end if;
  if jsonb_array_length(events) = 1 then -- nearly always, and then there is nothing to gather
    if said ? 'case_id' then -- purpose and basis as the audit itself would find them, in one look
      select c.person_id, c.purpose, a.gateway into about, why, by_what
      from case_file c left join agreement a on a.id = c.opened_under where c.id = (said->>'case_id')::uuid;
    end if;
    about := coalesce((said->>'person_id')::uuid, about);
    insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at, details)
    values (said->>'name', (said->>'subject_id')::uuid, (said->>'case_id')::uuid, about, said->>'field_group',
      agency, actor, (said->>'happened_at')::timestamptz, coalesce(nullif(said->'details', 'null'), '{}'));
    cases := array_remove(array[(said->>'case_id')::uuid], null);
    people := array_remove(array[about], null);
    groups := array[said->>'field_group'];
    names := array[said->>'name'];
  else
    with kept as (
      insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at, details)
      select e.name, e.subject_id, e.case_id, coalesce(e.person_id, c.person_id), e.field_group, agency, actor, e.happened_at, coalesce(e.details, '{}')
      from jsonb_to_recordset(events) as e(name text, subject_id uuid, case_id uuid, person_id uuid, field_group text,
        happened_at timestamptz, details jsonb) left join case_file c on c.id = e.case_id
      returning name, case_id, person_id, field_group)
    select coalesce(array_agg(distinct case_id) filter (where case_id is not null), '{}'),
      coalesce(array_agg(distinct person_id) filter (where person_id is not null), '{}'),
      array_agg(distinct field_group), array_agg(distinct name)
    into cases, people, groups, names from kept;
  end if;

  insert into audit (account_id, agency_id, session_id, action, person_ids, case_ids, field_groups, reason, channel, request_id, details,
    purpose, basis)
  values (actor, agency, (stamp->>'sessionId')::uuid, stamp->>'action', people, cases, groups,
    stamp->>'reason', stamp->>'channel', stamp->>'requestId', jsonb_build_object('events', to_jsonb(names)), why, by_what);

  if cases = '{}' then return; end if;
  perform summarise_cases(cases, groups);
  -- A word costs a tenth of a note, and each waits for the one before. Held until the commit: whoever begins to listen meanwhile waits for it,
  -- and looks at everything anew. Somebody else's change on the same number means a word to nobody, and no more.
  if cardinality(cases) <= most_cases_told and not pg_try_advisory_xact_lock(open_pages, pg_backend_pid() & 63) then
    foreach told in array cases loop
      perform pg_notify('case', told::text);
    end loop;
  end if;
end $$;
alter function keep_events owner to throughline_rules;
grant execute on function keep_events(jsonb, jsonb) to throughline_app, portal_mentor;

-- Where a form that was sent ended, so that a second sending can be led there.
create or replace function answer_form(identity text, form_id uuid, location text) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update done_request set answer = location
  where account_id = nullif((private.verified(identity))[1], '')::uuid and request_id = form_id
$$;
drop function if exists form_answer(text, uuid); -- it did not ask what was sent
create or replace function form_answer(identity text, form_id uuid, sent bytea) returns table (answer text, is_same boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select d.answer, coalesce(d.said = sent, true) from done_request d
  where d.account_id = nullif((private.verified(identity))[1], '')::uuid and d.request_id = form_id
$$;
alter function answer_form owner to throughline_rules;
alter function form_answer owner to throughline_rules;
grant execute on function answer_form(text, uuid, text), form_answer(text, uuid, bytea) to throughline_app;
