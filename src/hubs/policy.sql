-- A hub is for the agency that runs it and for those that have a desk in it.
create policy hub_seen on hub for select to throughline_app using (agency_id = (select acting_agency()) or id = any((select my_hubs())::uuid[]));
create policy hub_made on hub for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_manager()));
create policy hub_closed on hub for update to throughline_app using (agency_id = (select acting_agency()) and (select is_manager()));
grant select, insert on hub to throughline_app;
grant update (closed_at) on hub to throughline_app;

create policy desk_seen on hub_desk for select to throughline_app using (hub_id = any((select my_hubs())::uuid[]));
create policy desk_made on hub_desk for insert to throughline_app with check (made_by = (select acting_user()) and (select is_manager())
  and exists (select from hub h where h.id = hub_id and h.agency_id = (select acting_agency())));
create policy desk_ended on hub_desk for update to throughline_app using ((select is_manager())
  and exists (select from hub h where h.id = hub_id and h.agency_id = (select acting_agency())));
grant select, insert on hub_desk to throughline_app;
grant update (ended_at) on hub_desk to throughline_app;

-- A day that differs is told by the agency whose desk it is.
create policy desk_day_seen on hub_desk_day for select to throughline_app using (exists (select from hub_desk d where d.id = desk_id));
create policy desk_day_said on hub_desk_day for insert to throughline_app with check (changed_by = (select acting_user())
  and exists (select from hub_desk d where d.id = desk_id and d.agency_id = (select acting_agency())));
create policy desk_day_changed on hub_desk_day for update to throughline_app
  using (exists (select from hub_desk d where d.id = desk_id and d.agency_id = (select acting_agency())))
  with check (changed_by = (select acting_user()));
grant select, insert on hub_desk_day to throughline_app;
grant update (is_in, changed_by, changed_at) on hub_desk_day to throughline_app;

-- Each says for themselves that they are in.
create policy presence_seen on hub_presence for select to throughline_app using (hub_id = any((select my_hubs())::uuid[]));
create policy presence_begun on hub_presence for insert to throughline_app with check (account_id = (select acting_user())
  and exists (select from hub_desk d where d.id = desk_id and d.hub_id = hub_presence.hub_id and d.agency_id = (select acting_agency()) and d.ended_at is null));
create policy presence_ended on hub_presence for update to throughline_app using (account_id = (select acting_user()));
grant select, insert on hub_presence to throughline_app;
grant update (left_at) on hub_presence to throughline_app;

-- Numbers are for all in the hub; a line is moved by the desk that it waits for, or by the agency that runs the hub.
create policy ticket_seen on hub_ticket for select to throughline_app using (hub_id = any((select my_hubs())::uuid[]));
create policy ticket_drawn on hub_ticket for insert to throughline_app with check (hub_id = any((select my_hubs())::uuid[])
  and exists (select from hub_desk d where d.id = desk_id and d.hub_id = hub_ticket.hub_id and d.ended_at is null));
create policy ticket_moved on hub_ticket for update to throughline_app
  using (exists (select from hub_desk d where d.id = desk_id and d.agency_id = (select acting_agency()))
    or exists (select from hub h where h.id = hub_id and h.agency_id = (select acting_agency())))
  with check (exists (select from hub_desk d where d.id = desk_id and d.hub_id = hub_ticket.hub_id));
grant select, insert on hub_ticket to throughline_app;
grant update (desk_id, state, waiting_since, called_at, first_seen_at, ended_at, handed_on, version) on hub_ticket to throughline_app;

-- Who it is: for whoever may see the person. Of somebody who is not in the record: the desk that they wait for, and who took them in.
create policy visitor_seen on hub_visitor for select to throughline_app using (
  case when person_id is null then owner_agency_id = (select acting_agency())
      or exists (select from hub_ticket t join hub_desk d on d.id = t.desk_id where t.id = ticket_id and d.agency_id = (select acting_agency()))
    else exists (select from sight where sight.person_id = hub_visitor.person_id and 'identity' = any(sight.reads)) end);
create policy visitor_added on hub_visitor for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and exists (select from hub_ticket t where t.id = ticket_id)
  and (person_id is null or exists (select from sight where sight.case_id = hub_visitor.case_id and sight.person_id = hub_visitor.person_id
    and 'identity' = any(sight.reads))));
grant select, insert on hub_visitor to throughline_app;
create policy visitor_not_closed on hub_visitor as restrictive to throughline_app
  using (person_id is null or person_id <> all((select people_closed())::uuid[]));

create policy hand_off_seen on hub_hand_off for select to throughline_app using (hub_id = any((select my_hubs())::uuid[])
  and (exists (select from hub_desk d where d.id in (from_desk_id, to_desk_id) and d.agency_id = (select acting_agency())))
  and (person_id is null or exists (select from sight where sight.person_id = hub_hand_off.person_id and 'notes' = any(sight.reads))
    or exists (select from referral r where r.id = referral_id)));
create policy hand_off_made on hub_hand_off for insert to throughline_app with check (made_by = (select acting_user())
  and owner_agency_id = (select acting_agency())
  and exists (select from hub_desk d where d.id = from_desk_id and d.hub_id = hub_hand_off.hub_id and d.agency_id = (select acting_agency()))
  and exists (select from hub_desk d where d.id = to_desk_id and d.hub_id = hub_hand_off.hub_id and d.ended_at is null)
  and (person_id is null or line = '' or desk_may_see(to_desk_id, person_id, 'notes'))
  and (referral_id is null or exists (select from referral r join hub_desk d on d.agency_id = r.to_agency_id where r.id = referral_id
    and r.case_id = hub_hand_off.case_id and r.from_agency_id = (select acting_agency()) and d.id = to_desk_id)));
-- Answered once, by the desk to which it goes.
create policy hand_off_answered on hub_hand_off for update to throughline_app using (
  accepted_at is null and declined_at is null and exists (select from hub_desk d where d.id = to_desk_id and d.agency_id = (select acting_agency())))
  with check ((select acting_user()) in (accepted_by, declined_by));
grant select, insert on hub_hand_off to throughline_app;
grant update (accepted_at, accepted_by, declined_at, declined_by, decline_reason) on hub_hand_off to throughline_app;
create policy hand_off_not_closed on hub_hand_off as restrictive to throughline_app
  using (person_id is null or person_id <> all((select people_closed())::uuid[]));

-- A screen is started by a worker of a desk; the functions of the screens read it, and nobody reads a code back.
create policy screen_seen on hub_screen for select to throughline_app using (hub_id = any((select my_hubs())::uuid[]));
create policy screen_started on hub_screen for insert to throughline_app with check (
  hub_id = any((select my_hubs())::uuid[]) and started_by = (select acting_user()));
create policy screen_ended on hub_screen for update to throughline_app using (hub_id = any((select my_hubs())::uuid[]));
grant select (id, hub_id, kind, started_by, started_at, entered_at, ends_at, ended_at), insert on hub_screen to throughline_app;
grant update (ended_at) on hub_screen to throughline_app;
