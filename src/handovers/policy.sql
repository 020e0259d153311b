-- A handover is read by whoever works on the plan; the system chases those of the agency it acts for.
create policy handover_seen on handover for select to throughline_app using (
  exists (select from sight where sight.case_id = handover.case_id and 'plan' = any(sight.reads))
  or ((select is_system()) and from_agency_id = (select acting_agency())));
-- Proposed by somebody who is named on the case and works on the whole of it, to somebody who is named on it too.
create policy handover_proposed on handover for insert to throughline_app with check (
  from_agency_id = (select acting_agency()) and owner_agency_id = (select acting_agency()) and from_account_id = (select acting_user())
  and state = 'PROPOSED' and may_bring_in(case_id)
  and exists (select from case_file c where c.id = case_id and c.person_id = handover.person_id and c.ended_on is null)
  and exists (select from case_party p where p.case_id = handover.case_id and p.account_id = from_account_id and p.until_on is null)
  and exists (select from case_party p where p.case_id = handover.case_id and p.account_id = to_account_id and p.agency_id = to_agency_id
    and p.until_on is null));
-- Which move is whose is watched by handover_moves().
create policy handover_moved on handover for update to throughline_app using (
  (select acting_agency()) in (from_agency_id, to_agency_id) and ((select is_system())
    or exists (select from sight where sight.case_id = handover.case_id and 'plan' = any(sight.writes))))
  with check ((select acting_agency()) in (from_agency_id, to_agency_id));
grant select, insert on handover to throughline_app;
grant update (held_number, held_at, held_how, held_place, attended, own_words, sent_by, sent_at, answered_at, answered_how, answer_words,
  beside_id, went_on_by, went_on_at, went_on_words, accepted_by, accepted_at, overlap_in_days, ended_by, ended_at, end_reason, end_words,
  transfer_id, chased_at, chased_count, state) on handover to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy handover_not_closed on handover as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- A part of an agenda is read by whoever reads that part of the case.
create policy handover_part_seen on handover_part for select to throughline_app using (
  exists (select from sight where sight.case_id = handover_part.case_id and 'plan' = any(sight.reads))
  and exists (select from sight where sight.case_id = handover_part.case_id and handover_part.field_group = any(sight.reads)));
create policy handover_part_frozen on handover_part for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and exists (select from handover h where h.id = handover_id and h.case_id = handover_part.case_id and h.person_id = handover_part.person_id
    and h.from_agency_id = (select acting_agency()) and h.held_number = handover_part.held_number and h.state = 'HELD')
  and exists (select from sight where sight.case_id = handover_part.case_id and handover_part.field_group = any(sight.reads)));
grant select, insert on handover_part to throughline_app;
create policy handover_part_not_closed on handover_part as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy handover_point_seen on handover_point for select to throughline_app using (
  exists (select from sight where sight.case_id = handover_point.case_id and 'plan' = any(sight.reads)));
create policy handover_point_agreed on handover_point for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and exists (select from handover h where h.id = handover_id and h.case_id = handover_point.case_id and h.person_id = handover_point.person_id
    and h.from_agency_id = (select acting_agency()) and h.held_number = handover_point.held_number and h.state = 'HELD'));
grant select, insert on handover_point to throughline_app;
create policy handover_point_not_closed on handover_point as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
