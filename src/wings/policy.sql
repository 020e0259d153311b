-- When a service is on a wing is no secret; the prison's administrator keeps it.
create policy wing_time_seen on wing_time for select to throughline_app using ((select acting_user()) is not null);
create policy wing_time_made on wing_time for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_administrator())
  and exists (select from agency y where y.id = agency_id and y.kind = 'prison'));
create policy wing_time_ended on wing_time for update to throughline_app using (
  agency_id = (select acting_agency()) and (select is_administrator()));
grant select, insert on wing_time to throughline_app;
grant update (ended_at) on wing_time to throughline_app;

-- That somebody was offered the course goes with the custody part; the prison that holds them says so; what came of it also the
-- one that offered it, which may have been mistaken.
create policy pre_release_offer_seen on pre_release_offer for select to throughline_app using (
  exists (select from sight where sight.case_id = pre_release_offer.case_id and 'custody' = any(sight.reads)));
create policy pre_release_offer_made on pre_release_offer for insert to throughline_app with check (
  agency_id = (select acting_agency()) and owner_agency_id = (select acting_agency()) and offered_by = (select acting_user())
  and exists (select from custody k where k.person_id = pre_release_offer.person_id and k.left_on is null and k.agency_id = (select acting_agency()))
  and exists (select from sight where sight.case_id = pre_release_offer.case_id and sight.person_id = pre_release_offer.person_id
    and 'custody' = any(sight.writes)));
create policy pre_release_offer_answered on pre_release_offer for update to throughline_app using (
  (agency_id = (select acting_agency())
    or exists (select from custody k where k.person_id = pre_release_offer.person_id and k.left_on is null and k.agency_id = (select acting_agency())))
  and exists (select from sight where sight.case_id = pre_release_offer.case_id and 'custody' = any(sight.writes)));
grant select, insert on pre_release_offer to throughline_app;
grant update (answer, answered_on, answered_by, reason, withdrawn_at, version) on pre_release_offer to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy pre_release_offer_not_closed on pre_release_offer as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
