-- Keeps a request and, where an exact number leads to an open case of that purpose, whom it is about; and tells the workers of the agency
-- that answers for it. The same work and the same silence for a case, a restricted record, a bar, and nobody at all.
create or replace function ask_to_join(request uuid, typed text, numbers text[], why text, law text, because text, at timestamptz,
  expires timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare reader uuid := acting_user(); agency uuid := acting_agency(); found uuid[]; asked_case uuid; about uuid; owner uuid;
begin
  if not exists (select from account a where a.id = reader and a.disabled_at is null and a.roles && '{WORKER,MANAGER}') then
    raise exception 'ask_to_join: not for this account' using errcode = '42501';
  end if;
  found := array(select i.person_id from person_identifier i where i.value = any(numbers));
  select c.id, c.person_id, c.owner_agency_id into asked_case, about, owner from case_file c
  where c.person_id = any(found) and c.purpose = why and c.ended_on is null and c.owner_agency_id <> agency
    and not exists (select from access_bar b where b.person_id = c.person_id and b.account_id = reader)
    and not exists (select from restricted_record r where r.person_id = c.person_id)
  order by c.opened_on desc, c.id limit 1;
  insert into case_request (id, agency_id, account_id, identifier, purpose, gateway, reason, asked_at, expires_at, owner_agency_id)
  values (request, agency, reader, typed, why, law, because, at, expires, agency);
  insert into case_request_subject (request_id, case_id, person_id, owner_agency_id)
  select request, asked_case, about, owner where asked_case is not null;
  insert into alert (account_id, case_id, name, subject_id, agency_id, made_at)
  select distinct w.id, asked_case, 'case-request.asked', request, agency, at from account w
  where w.agency_id = owner and w.disabled_at is null and w.roles && '{WORKER,MANAGER}' and ('MANAGER' = any(w.roles)
    or w.id in (select p.account_id from case_party p where p.case_id = asked_case and p.until_on is null));
  insert into audit (account_id, agency_id, action, person_ids, field_groups, reason, channel, happened_at, details)
  values (reader, agency, 'search', found, '{identity}', why, 'web', at, jsonb_build_object('caseRequest', request, 'gateway', law));
end $$;
alter function ask_to_join owner to throughline_rules;
grant execute on function ask_to_join(uuid, text, text[], text, text, text, timestamptz, timestamptz) to throughline_app;

-- What was decided takes effect: a yes lets the asker in under a cause of its own, and its end takes that out. The asker reads the answer;
-- a no only where it is told.
create or replace function case_request_decided() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare q case_request;
begin
  select * into q from case_request where id = new.request_id for update;
  if new.decision is distinct from old.decision then
    if old.decision is not null or q.expires_at <= new.decided_at then
      raise exception 'case_request: decided or over' using errcode = '42501';
    end if;
    if new.decision = 'GRANTED' then
      if not may_be_granted(new.case_id, acting_agency(), q.agency_id, new.relationship) then
        raise exception 'case_request: no agreement between them opens this' using errcode = '42501';
      end if;
      insert into case_party (case_id, agency_id, relationship, since_on, cause_id, owner_agency_id)
      values (new.case_id, q.agency_id, new.relationship, (new.decided_at at time zone 'Europe/London')::date, q.id, acting_agency());
    end if;
    if new.decision = 'GRANTED' or new.is_told then
      update case_request set answer = new.decision, answered_at = new.decided_at, answered_by_agency_id = acting_agency(),
        answer_words = new.answer_words where id = q.id;
    end if;
  end if;
  if new.ended_at is not null and old.ended_at is null then
    update case_request set ended_at = new.ended_at where id = q.id;
    update case_party set until_on = (new.ended_at at time zone 'Europe/London')::date
    where cause_id = q.id and case_id = new.case_id and until_on is null;
  end if;
  return null;
end $$;
alter function case_request_decided owner to throughline_rules;
create or replace trigger case_request_decided after update on case_request_subject
  for each row execute function case_request_decided();

-- Whether an agreement in force of the case's purpose binds both agencies and opens the case to the second under this relationship.
create or replace function may_be_granted(about_case uuid, giver uuid, taker uuid, asked text) returns boolean
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from agreement a join case_file c on c.id = about_case and c.purpose = a.purpose
    join agreement_party o on o.agreement_id = a.id and o.agency_id = giver and o.signed_at is not null
    join agreement_party n on n.agreement_id = a.id and n.agency_id = taker and n.signed_at is not null
    join agency y on y.id = taker and y.closed_on is null
    join agreement_grant g on g.agreement_id = a.id and g.relationship = asked and g.field_group = 'identity'
      and (g.agency_kind is null or g.agency_kind = y.kind)
    where is_in_force(a))
$$;
grant execute on function may_be_granted(uuid, uuid, uuid, text) to throughline_app, throughline_rules;

-- The agency that was let in leaves.
create or replace function leave_joined_case(request uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update case_request_subject s set ended_at = at, ended_by = acting_user() from case_request q
  where s.request_id = request and q.id = request and q.agency_id = acting_agency() and s.decision = 'GRANTED' and s.ended_at is null;
  return found;
end $$;
alter function leave_joined_case owner to throughline_rules;
grant execute on function leave_joined_case(uuid, timestamptz) to throughline_app;

-- Requests about somebody whose record the acting account may never reach: what a colleague asked is closed to it too.
create or replace function requests_barred() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return array(select s.request_id from case_request_subject s where s.person_id = any(people_barred()));
end $$;
alter function requests_barred owner to throughline_rules;
grant execute on function requests_barred() to throughline_app;

-- Where the agency that is asked gets its mail, for the system alone: the asker's own request does not know it.
create or replace function case_request_desk(request uuid) returns table (email text, agency_id uuid)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select y.email, y.id from case_request_subject s join case_file c on c.id = s.case_id join agency y on y.id = c.owner_agency_id
  where is_system() and s.request_id = request and s.decision is null and y.email <> ''
$$;
alter function case_request_desk owner to throughline_rules;
grant execute on function case_request_desk(uuid) to throughline_app;
