-- Both ends see a transfer, and whoever works with the person sees who is responsible until when.
create policy transfer_seen on case_transfer for select to throughline_app using (
  (select acting_agency()) in (from_agency_id, to_agency_id)
  or exists (select from sight where sight.case_id = case_transfer.case_id and 'identity' = any(sight.reads)));
-- Proposed by the agency that answers for the case: by whoever works on the whole of it, or its manager. Not of a restricted record:
-- it exists for the people on its list, and an agency is none of them.
create policy transfer_proposed on case_transfer for insert to throughline_app with check (
  from_agency_id = (select acting_agency()) and owner_agency_id = (select acting_agency()) and from_account_id = (select acting_user())
  and state = 'PROPOSED'
  and exists (select from case_file c where c.id = case_id and c.person_id = case_transfer.person_id and c.ended_on is null
    and c.owner_agency_id = (select acting_agency()))
  and not exists (select from restricted_record r where r.person_id = case_transfer.person_id)
  and (may_bring_in(case_id) or ((select is_manager()) and is_answerable_for(case_id))));
-- Which move is whose is watched by transfer_answered(). Who takes it over is of the agency that does.
create policy transfer_answered on case_transfer for update to throughline_app
  using ((select acting_agency()) in (from_agency_id, to_agency_id))
  with check ((taker_id is null or exists (select from account a where a.id = taker_id and a.agency_id = to_agency_id and a.disabled_at is null))
    and (team_id is null or exists (select from team t where t.id = team_id and t.agency_id = to_agency_id and t.closed_on is null)));
grant select, insert on case_transfer to throughline_app;
grant update (chased_at, chased_count, accepted_at, declined_at, answered_by, taker_id, team_id, decline_words, cancelled_at,
  cancelled_by, expired_at) on case_transfer to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy transfer_not_closed on case_transfer as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
