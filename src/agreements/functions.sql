-- Whether an agreement counts today: every party signed, it has begun, and nobody ended it. Without a setting of its own, so that
-- PostgreSQL writes it into the statement that calls it.
create or replace function is_in_force(a agreement) returns boolean
language sql stable as $$
  select a.in_force_at is not null and a.starts_on <= current_date and a.ended_at is null
    and (a.ends_on is null or a.ends_on >= current_date)
$$;
grant execute on function is_in_force(agreement) to throughline_app, throughline_rules;

-- What no agreement opens (T7): mentoring to who can punish, intelligence to anybody but police and whom an agreement names among
-- law enforcement. Like the next one without a setting of its own, so that PostgreSQL writes it into the statement that calls it.
create or replace function is_walled(kind text, field_group text, named_kind text) returns boolean
language sql immutable as $$
  select field_group = 'mentoring' and kind in ('prison', 'probation', 'police')
    or field_group = 'intelligence' and kind <> 'police' and (named_kind is distinct from kind or kind not in ('prison', 'probation'))
$$;
alter function is_walled owner to throughline_rules;

-- For whom a party of a case lets sight be kept: itself; of a restricted record, those on its list who belong to the party.
create or replace function audiences_of_party(about uuid, account uuid, team uuid, agency uuid) returns setof uuid
language sql stable as $$
  select coalesce(account, team, agency) where not exists (select from public.restricted_record r where r.person_id = about)
  union all
  select x.account_id from public.restricted_reader x join public.account w on w.id = x.account_id
  where x.person_id = about and case
    when account is not null then x.account_id = account
    when team is not null then exists (select from public.team_member m where m.team_id = team and m.account_id = x.account_id)
    else w.agency_id = agency end
$$;
alter function audiences_of_party owner to throughline_rules;

-- Sight and the places in the lists are one thing to whoever changes it. A case that this transaction opened is known to it alone; one that
-- it only changed has its number too, but was made before.
create or replace function recompute_sight(cases uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  first uuid[] := array(select c.id from case_file c where c.id = any(cases) and c.xmin = pg_current_xact_id()::xid and c.made_at = now()
    and not exists (select from sight x where x.case_id = c.id));
begin
  perform private.write_first_sight(first);
  if cardinality(first) < cardinality(cases) then
    perform private.write_sight(array(select unnest(cases) except select unnest(first)));
  end if;
  -- A case without a line in the lists is not known outside of this transaction, and is placed with its line.
  perform place_cases(array(select s.case_id from case_summary s where s.case_id = any(cases)));
end $$;
alter function recompute_sight owner to throughline_rules;

-- Nobody can forget it: whatever changes the parties of a case recomputes its rows, in the same transaction.
create or replace function parties_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform recompute_sight(array(select distinct case_id from touched));
  return null;
end $$;
alter function parties_changed owner to throughline_rules;
create or replace trigger party_added after insert on case_party
  referencing new table as touched for each statement execute function parties_changed();
create or replace trigger party_changed after update on case_party
  referencing new table as touched for each statement execute function parties_changed();
create or replace trigger party_removed after delete on case_party
  referencing old table as touched for each statement execute function parties_changed();

-- Purpose and basis are bound when a case is opened (T4), whatever its opener says.
create or replace function case_is_bound() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  new.opened_under := (select a.id from agreement a where a.purpose = new.purpose and is_in_force(a)
    and exists (select from agreement_party p where p.agreement_id = a.id and p.agency_id = new.owner_agency_id and p.signed_at is not null)
    order by a.needs_consent, a.starts_on limit 1);
  return new;
end $$;
create or replace trigger case_is_bound before insert on case_file for each row execute function case_is_bound();

-- An agreement that comes into force brings its rows, one that ends takes them with it, at once. A draft changes nothing.
create or replace function agreement_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform recompute_sight(array(select id from case_file where purpose = new.purpose and ended_on is null));
  return null;
end $$;
alter function agreement_changed owner to throughline_rules;
create or replace trigger agreement_ends after update of ended_at, ends_on, in_force_at, starts_on on agreement
  for each row when (new.in_force_at is not null and (new.ended_at, new.ends_on, new.in_force_at, new.starts_on)
    is distinct from (old.ended_at, old.ends_on, old.in_force_at, old.starts_on)) execute function agreement_changed();

-- The founders agreed that whoever is taken into the partnership joins their agreement. An agreement made on screen is signed.
create or replace function agreement_joined() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.signed_at is null and exists (select from agreement a where a.id = new.agreement_id and a.admits_joiners
    and a.in_force_at is not null) then
    new.signed_at := now();
    new.has_joined := true;
  end if;
  return new;
end $$;
create or replace trigger agreement_is_joined before insert on agreement_party for each row execute function agreement_joined();

-- An agency that the partnership takes in becomes party to the agreements that admit joiners: it sees nobody by that, but may
-- now be given people to work with.
create or replace function join_agreements(agency uuid) returns void
language sql volatile set search_path = public, pg_catalog, pg_temp as $$
  insert into agreement_party (agreement_id, agency_id)
  select id, agency from agreement where admits_joiners and in_force_at is not null and ended_at is null on conflict do nothing
$$;
grant execute on function join_agreements(uuid) to throughline_app;

-- A manager signs for their own agency. The last signature brings the agreement into force, and ends the edition that it replaces:
-- at once, or on the day on which the new one begins. Returns whether it came into force.
create or replace function sign_agreement(asked uuid, signer_name text, signer_title text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  if not is_manager() then raise exception 'sign_agreement: only a manager signs' using errcode = '42501'; end if;
  perform from agreement a where a.id = asked and a.offered_at is not null and a.ended_at is null for update; -- one signature at a time
  if not found then raise exception 'sign_agreement: not open for signing' using errcode = '42501'; end if;
  update agreement_party p set signed_at = at, signed_by = acting_user(), signer_name = sign_agreement.signer_name,
    signer_title = sign_agreement.signer_title, has_joined = false
  where p.agreement_id = asked and p.agency_id = acting_agency() and (p.signed_at is null or p.has_joined);
  if not found then raise exception 'sign_agreement: no signature is missing here' using errcode = '42501'; end if;
  update agreement a set in_force_at = at where a.id = asked and a.in_force_at is null
    and not exists (select from agreement_party p where p.agreement_id = asked and p.signed_at is null);
  if not found then return false; end if;
  update agreement o set ended_at = case when n.starts_on <= current_date then at end,
    ends_on = case when n.starts_on <= current_date then o.ends_on else least(o.ends_on, n.starts_on) end
  from agreement n where n.id = asked and o.id = n.replaces_id and o.ended_at is null;
  return true;
end $$;
alter function sign_agreement owner to throughline_rules;

-- Ends an agreement for good, or puts aside one that is not in force yet. Returns whether there was one to end.
create or replace function end_agreement(asked uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_coordinator() then raise exception 'end_agreement: only a coordinator ends one' using errcode = '42501'; end if;
  update agreement a set ended_at = at where a.id = asked and a.ended_at is null;
  return found;
end $$;
alter function end_agreement owner to throughline_rules;

-- What midnight brings: editions that begin, rows that are over. Returns what a coordinator should be told, each once.
create or replace function tend_agreements() returns table (id uuid, title text, due_on date, is_review boolean)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not is_system() then raise exception 'tend_agreements: not for this account' using errcode = '42501'; end if;
  perform recompute_sight(array(select c.id from case_file c where c.ended_on is null and exists (select from agreement a
    where a.purpose = c.purpose and is_in_force(a) and a.starts_on > a.in_force_at::date and a.starts_on > current_date - 3)));
  update agreement o set ended_at = now() from agreement n where n.replaces_id = o.id and o.ended_at is null and is_in_force(n);
  delete from sight where until < current_date;
  return query update agreement a set reminded_on = least(a.review_on, a.ends_on)
    where is_in_force(a) and least(a.review_on, a.ends_on) <= current_date + 30
      and a.reminded_on is distinct from least(a.review_on, a.ends_on)
    returning a.id, a.title, least(a.review_on, a.ends_on), a.review_on is not distinct from least(a.review_on, a.ends_on);
end $$;
alter function tend_agreements owner to throughline_rules;
grant execute on function sign_agreement(uuid, text, text, timestamptz), end_agreement(uuid, timestamptz), tend_agreements() to throughline_app;
