-- The live work that goes along: the parties of an agency, all or those of some teams and of who is in them.
create or replace function parties_that_move(from_agency uuid, teams uuid[]) returns setof case_party
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with own as (
    select p.*, teams is null or p.team_id = any(teams)
      or p.account_id in (select account_id from team_member where team_id = any(teams)) as goes
    from case_party p where p.agency_id = from_agency and p.until_on is null
  )
  -- The agency as a whole goes with a case once nobody of it by name or team stays there.
  select (row(o.id, o.case_id, o.agency_id, o.team_id, o.account_id, o.relationship, o.role, o.since_on, o.until_on, o.cause_id,
    o.owner_agency_id, o.regime, o.sensitivity, o.subject_category, o.basis, o.retention_class)::case_party).*
  from own o
  where o.goes or (o.team_id is null and o.account_id is null and o.relationship in ('CUSTODY', 'SUPERVISION')
    and exists (select from own x where x.case_id = o.case_id and x.goes)
    and not exists (select from own x where x.case_id = o.case_id and not x.goes and coalesce(x.team_id, x.account_id) is not null))
$$;
alter function parties_that_move owner to throughline_rules;

-- Numbers and nothing else, for those who plan and approve.
create or replace function count_what_moves(from_agency uuid, teams uuid[]) returns jsonb
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not (is_coordinator() or is_system() or (is_administrator() and exists (select from reorganisation r
      where r.from_agency_id = from_agency and acting_agency() in (r.from_agency_id, r.to_agency_id)))) then
    raise exception 'count_what_moves: not for this account' using errcode = '42501';
  end if;
  return jsonb_build_object(
    'teams', (select count(*) from team where agency_id = from_agency and (teams is null or id = any(teams))),
    'accounts', (select count(*) from account a where agency_id = from_agency and not is_integration
      and (teams is null or exists (select from team_member m where m.account_id = a.id and m.team_id = any(teams)))),
    'cases', (select count(distinct case_id) from parties_that_move(from_agency, teams)),
    'referrals', (select count(*) from referral where status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED')
      and (teams is null and from_agency in (from_agency_id, to_agency_id)
        or from_agency_id = from_agency and case_id in (select case_id from parties_that_move(from_agency, teams)))),
    'services', (select count(*) from service where teams is null and agency_id = from_agency),
    'agreements', (select count(*) from agreement_party p join agreement a on a.id = p.agreement_id
      where p.agency_id = from_agency and a.ended_at is null));
end $$;
alter function count_what_moves owner to throughline_rules;
grant execute on function count_what_moves(uuid, uuid[]) to throughline_app;

-- What one agency owned is the other's: facts, notes and referrals of the cases that moved, or everything there is.
create or replace function hand_facts_over(from_agency uuid, to_agency uuid, cases uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare t record;
begin
  for t in
    select c.relname as name, case when x.by_case then 'case_id = any($3)'
        when c.relname = 'case_file' then 'id = any($3)'
        when c.relname = 'person' then 'id in (select person_id from case_file where id = any($3))'
        when x.by_person then 'person_id in (select person_id from case_file where id = any($3))' else 'false' end as moved
    from pg_class c
    cross join lateral (select bool_or(a.attname = 'owner_agency_id') as is_owned, bool_or(a.attname = 'case_id') as by_case,
      bool_or(a.attname = 'person_id') as by_person from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) x
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and x.is_owned and c.relname <> 'provenance'
  loop
    execute format('update %I set owner_agency_id = $2 where owner_agency_id = $1 and ($3 is null or %s)', t.name, t.moved)
      using from_agency, to_agency, cases;
  end loop;
end $$;
alter function hand_facts_over owner to throughline_rules;
revoke all on function hand_facts_over(uuid, uuid, uuid[]), parties_that_move(uuid, uuid[]) from public;

-- All in one transaction, for the system alone, and only what two people decided. @returns the cases that moved, with whose they are; null when there is nothing to do.
create or replace function carry_out_reorganisation(which uuid, today date) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  plan reorganisation; cases uuid[]; parties uuid[]; movers uuid[]; numbers jsonb;
begin
  if not is_system() then raise exception 'carry_out_reorganisation: not for this account' using errcode = '42501'; end if;
  select * into plan from reorganisation where id = which and approved_at is not null and done_at is null and withdrawn_at is null for update;
  if not found then return null; end if;
  numbers := count_what_moves(plan.from_agency_id, plan.team_ids);
  select array_agg(id), array_agg(distinct case_id) into parties, cases from parties_that_move(plan.from_agency_id, plan.team_ids);
  parties := coalesce(parties, '{}'); cases := coalesce(cases, '{}');
  movers := array(select id from account a where agency_id = plan.from_agency_id and not is_integration and (plan.team_ids is null
    or exists (select from team_member m where m.account_id = a.id and m.team_id = any(plan.team_ids))));

  -- The receiver joins the agreements first, bound by what the sender signed, so that nobody is without sight for a moment.
  insert into agreement_party (agreement_id, agency_id, signed_at, has_joined)
  select p.agreement_id, plan.to_agency_id, p.signed_at, p.signed_at is not null from agreement_party p join agreement a on a.id = p.agreement_id
  where p.agency_id = plan.from_agency_id and a.ended_at is null on conflict do nothing;

  delete from team_member m using team t where plan.team_ids is not null and m.team_id = t.id and t.agency_id = plan.from_agency_id
    and m.account_id = any(movers) and t.id <> all(plan.team_ids); -- who goes is in no team that stays
  update team set agency_id = plan.to_agency_id, version = version + 1
  where agency_id = plan.from_agency_id and (plan.team_ids is null or id = any(plan.team_ids));
  update account set agency_id = plan.to_agency_id, version = version + 1 where id = any(movers);

  -- Where both stood in the same place, the older party ends.
  update case_party p set until_on = today where p.id = any(parties) and p.team_id is null and p.account_id is null and exists (
    select from case_party o where o.case_id = p.case_id and o.agency_id = plan.to_agency_id and o.relationship = p.relationship
      and o.until_on is null and o.team_id is null and o.account_id is null);
  update case_party set agency_id = plan.to_agency_id where id = any(parties) and until_on is null;

  -- What is open goes along; what is over stays as it was written.
  update step set responsible_agency_id = plan.to_agency_id
  where responsible_agency_id = plan.from_agency_id and closed_at is null and (plan.team_ids is null or case_id = any(cases));
  if plan.team_ids is null then -- who helps with a step and who is told is an agency, never a team of it
    update step set contributing_ids = array_replace(contributing_ids, plan.from_agency_id, plan.to_agency_id),
      informed_ids = array_replace(informed_ids, plan.from_agency_id, plan.to_agency_id)
    where closed_at is null and plan.from_agency_id = any(contributing_ids || informed_ids);
  end if;
  update need set responsible_agency_id = plan.to_agency_id
  where responsible_agency_id = plan.from_agency_id and status in ('NOT_STARTED', 'IN_PROGRESS') and (plan.team_ids is null or case_id = any(cases));
  update appointment set with_agency_id = plan.to_agency_id
  where with_agency_id = plan.from_agency_id and starts_at >= today and (plan.team_ids is null or case_id = any(cases));
  update referral set from_agency_id = plan.to_agency_id
  where from_agency_id = plan.from_agency_id and status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED') and (plan.team_ids is null or case_id = any(cases));
  update alert set agency_id = plan.to_agency_id where account_id = any(movers);

  if plan.team_ids is null then
    update referral set to_agency_id = plan.to_agency_id
    where to_agency_id = plan.from_agency_id and status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED');
    update note_opening set to_agency_id = plan.to_agency_id where to_agency_id = plan.from_agency_id;
    update complaint set about_agency_id = plan.to_agency_id where about_agency_id = plan.from_agency_id and answered_at is null;
    update service set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update case_request set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id and ended_at is null;
    update correction_recipient r set agency_id = plan.to_agency_id where r.agency_id = plan.from_agency_id and r.acknowledged_at is null
      and not exists (select from correction_recipient o where o.correction_id = r.correction_id and o.agency_id = plan.to_agency_id);
    update custody set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update induction set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update pre_release_offer set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id and answer is null;
    update recommendation_standing s set agency_id = plan.to_agency_id where s.agency_id = plan.from_agency_id and s.replaced_at is null
      and not exists (select from recommendation_standing o where o.agency_id = plan.to_agency_id and o.recommendation_id = s.recommendation_id and o.replaced_at is null);
    update wing_time set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update key_work_session set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update hub set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update helpline set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update hub_desk set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update course set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update course set prison_id = plan.to_agency_id where prison_id = plan.from_agency_id;
    update programme p set agency_id = plan.to_agency_id, code = case when exists (select from programme o where o.agency_id = plan.to_agency_id
      and o.code = p.code) then left(p.code, 34) || '-' || left(p.id::text, 5) else p.code end where agency_id = plan.from_agency_id;
    update family_day set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id and starts_at >= today;
    update mentor set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update mentoring_standard set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update mentoring_scheme set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id
      and not exists (select from mentoring_scheme o where o.agency_id = plan.to_agency_id);
    update fund set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update payee set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update expense_claim set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update payment_batch set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update mileage_rate r set agency_id = plan.to_agency_id where r.agency_id = plan.from_agency_id and not exists (
      select from mileage_rate o where o.agency_id = plan.to_agency_id and (o.jurisdiction, o.way, o.from_on) = (r.jurisdiction, r.way, r.from_on));
    update funder_target set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update target set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update result_contract set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update theme set lead_agency_id = plan.to_agency_id where lead_agency_id = plan.from_agency_id;
    update theme_agency x set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id and not exists (
      select from theme_agency o where o.theme_id = x.theme_id and o.agency_id = plan.to_agency_id);
    update theme_agency x set left_at = now() where left_at is null and exists (
      select from theme t where t.id = x.theme_id and t.lead_agency_id = x.agency_id); -- who leads does not take part beside itself
    update target set counted_agency_id = plan.to_agency_id where counted_agency_id = plan.from_agency_id;
    update output set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update smart_action set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update evaluation set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update survey_reply set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id; -- and survey_count with it
    update induction_session set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update case_summary set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update case_summary set last_contact_agency_id = plan.to_agency_id where last_contact_agency_id = plan.from_agency_id;
    update import_batch set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update analysis set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update cohort set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    update cohort set prison_id = plan.to_agency_id where prison_id = plan.from_agency_id;
    update cohort set source_id = plan.to_agency_id where source_id = plan.from_agency_id;
    delete from import_mapping where agency_id = plan.from_agency_id and exists (
      select from import_mapping m where m.agency_id = plan.to_agency_id and m.kind = import_mapping.kind);
    update import_mapping set agency_id = plan.to_agency_id where agency_id = plan.from_agency_id;
    delete from agreement_party p using agreement a where a.id = p.agreement_id and p.agency_id = plan.from_agency_id and a.ended_at is null;
    update account set disabled_at = now(), version = version + 1 where agency_id = plan.from_agency_id and disabled_at is null; -- its tokens end
    update agency set closed_on = today, receiving_team_id = null, version = version + 1 where id = plan.from_agency_id;
    perform hand_facts_over(plan.from_agency_id, plan.to_agency_id, null);
  else
    update agency set receiving_team_id = null, version = version + 1 where id = plan.from_agency_id and receiving_team_id = any(plan.team_ids);
    perform hand_facts_over(plan.from_agency_id, plan.to_agency_id, array(select distinct case_id from case_party where id = any(parties)
      and team_id is null and account_id is null)); -- the cases that the sender has wholly left
  end if;
  perform transfers_follow(plan.from_agency_id, plan.to_agency_id, plan.team_ids is null);
  perform handovers_follow(plan.from_agency_id, plan.to_agency_id);
  update reorganisation set done_at = clock_timestamp(), counts = numbers where id = which;
  return (select coalesce(jsonb_agg(jsonb_build_object('caseId', id, 'personId', person_id)), '[]') from case_file where id = any(cases));
end $$;
alter function carry_out_reorganisation owner to throughline_rules;
grant execute on function carry_out_reorganisation(uuid, date) to throughline_app;
