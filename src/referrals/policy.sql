-- Both ends see a referral, and whoever may see the referrals of the case.
create policy referral_seen on referral for select to throughline_app using (
  (select acting_agency()) in (from_agency_id, to_agency_id)
  or exists (select from sight where sight.case_id = referral.case_id and 'referrals' = any(sight.reads)));
-- Foreign keys do not ask who may see the parent, so this does: the need is of this case, the service of that agency.
create policy referral_made on referral for insert to throughline_app with check (
  from_agency_id = (select acting_agency()) and from_account_id = (select acting_user()) and owner_agency_id = (select acting_agency()) and status = 'SENT'
  and exists (select from sight where sight.case_id = referral.case_id and 'referrals' = any(sight.writes))
  and exists (select from need where need.id = need_id and need.case_id = referral.case_id and need.person_id = referral.person_id)
  and exists (select from service where service.id = service_id and service.agency_id is not distinct from to_agency_id
    and service.withdrawn_at is null));
-- Which move is whose is watched by referrals_changed(): whom it is about, from whom and to whom never changes.
create policy referral_answered on referral for update to throughline_app using ((select acting_agency()) in (from_agency_id, to_agency_id));
grant select, insert on referral to throughline_app;
grant update (received_at, received_by, accepted_at, declined_at, decided_by, decided_by_name, decline_reason, decline_words,
  starts_on, named_worker, question, asked_at, reply, replied_at, started_at, started_by, ended_at, end_kind, end_reason,
  end_words, ended_by, persons_view, expires_at, expired_at, chased_count, chased_at, version) on referral to throughline_app;

create policy outcome_seen on referral_outcome for select to throughline_app using (
  exists (select from referral where referral.id = referral_id));
-- Said by whoever gave the service; by the sender for a provider without an account.
create policy outcome_said on referral_outcome for insert to throughline_app with check (
  exists (select from referral where referral.id = referral_id and started_at is not null
    and coalesce(to_agency_id, from_agency_id) = (select acting_agency())));
grant select, insert on referral_outcome to throughline_app;

-- Made by the sender; read only by the functions that answer it.
create policy link_made on referral_link for insert to throughline_app with check (
  exists (select from referral where referral.id = referral_id and from_agency_id = (select acting_agency()) and to_agency_id is null));
grant insert on referral_link to throughline_app;

create policy count_of_mine on referral_count for select to throughline_app using (agency_id = (select acting_agency()));
-- How a service answers is for all who may ask it.
create policy answer_count_is_open on service_answer_count for select to throughline_app using ((select acting_agency()) is not null);
grant select on referral_count, service_answer_count to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy referral_not_closed on referral as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
