-- Family and friends belong to the family part of a case. Their number, PIN and what stands against them are written by functions alone.
create policy family_member_seen on family_member for select to throughline_app using (
  exists (select from sight where sight.case_id = family_member.case_id and 'family' = any(sight.reads)));
create policy family_member_named on family_member for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and recorded_by = (select acting_user()) and consent_how <> 'OWN_DOOR'
  and exists (select from sight where sight.case_id = family_member.case_id and sight.person_id = family_member.person_id and 'family' = any(sight.writes)));
create policy family_member_changed on family_member for update to throughline_app using (
  exists (select from sight where sight.case_id = family_member.case_id and 'family' = any(sight.writes)));
grant select (id, case_id, person_id, name, relation, way, to_address, locale, shares, consent_how, consented_at, recorded_by,
  date_cleared_at, blocked_at, block_decision, block_decided_at, conflict, joined_at, stopped_at, stopped_by, owner_agency_id) on family_member to throughline_app;
grant insert (id, case_id, person_id, name, relation, way, to_address, locale, shares, consent_how, consented_at, recorded_by,
  owner_agency_id, basis) on family_member to throughline_app;
grant update (conflict, stopped_at, stopped_by) on family_member to throughline_app;
create policy family_member_not_closed on family_member as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- A code is made for somebody who may come in. Nobody reads one back: the functions of the portal compare them.
create policy family_invitation_made on family_invitation for insert to throughline_app with check (
  made_by = (select acting_user()) and is_open_to_family(family_member_id)
  and exists (select from family_member m join sight a on a.case_id = m.case_id and 'family' = any(a.writes)
    where m.id = family_invitation.family_member_id));
grant insert on family_invitation to throughline_app;

create policy family_word_seen on family_word for select to throughline_app using (
  exists (select from sight where sight.case_id = family_word.case_id and 'family' = any(sight.reads)));
grant select on family_word to throughline_app;
create policy family_word_not_closed on family_word as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy family_contact_seen on family_contact for select to throughline_app using (
  exists (select from sight where sight.case_id = family_contact.case_id and 'family' = any(sight.reads)));
create policy family_contact_added on family_contact for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from sight where sight.case_id = family_contact.case_id and sight.person_id = family_contact.person_id and 'family' = any(sight.writes)));
grant select, insert on family_contact to throughline_app;
create policy family_contact_not_closed on family_contact as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- What the person said when they were asked alone: for whoever asked, and the managers of that agency.
create policy family_check_seen on family_check for select to throughline_app using (
  (made_by = (select acting_user()) or (owner_agency_id = (select acting_agency()) and (select is_manager())))
  and exists (select from sight where sight.case_id = family_check.case_id and 'family' = any(sight.reads)));
create policy family_check_made on family_check for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from family_member m where m.id = family_check.family_member_id and m.case_id = family_check.case_id and m.person_id = family_check.person_id)
  and exists (select from sight where sight.case_id = family_check.case_id and sight.person_id = family_check.person_id and 'family' = any(sight.writes)));
grant select, insert on family_check to throughline_app;
create policy family_check_not_closed on family_check as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- With whom the person must not be in touch is part of the risk.
create policy barred_contact_seen on barred_contact for select to throughline_app using (
  exists (select from sight where sight.case_id = barred_contact.case_id and 'risk' = any(sight.reads)));
create policy barred_contact_added on barred_contact for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from sight where sight.case_id = barred_contact.case_id and sight.person_id = barred_contact.person_id and 'risk' = any(sight.writes)));
create policy barred_contact_ended on barred_contact for update to throughline_app using (
  exists (select from sight where sight.case_id = barred_contact.case_id and 'risk' = any(sight.writes)));
grant select, insert on barred_contact to throughline_app;
grant update (ended_at, ended_by) on barred_contact to throughline_app;
create policy barred_contact_not_closed on barred_contact as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
-- A family day is its prison's; others see the one to which somebody is invited whose family they see. Called off, and never changed otherwise.
create policy family_day_seen on family_day for select to throughline_app using (
  agency_id = (select acting_agency()) or exists (select from family_day_invitation i where i.family_day_id = family_day.id));
create policy family_day_made on family_day for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from agency y where y.id = agency_id and y.kind = 'prison'));
create policy family_day_called_off on family_day for update to throughline_app using (agency_id = (select acting_agency()));
grant select, insert on family_day to throughline_app;
grant update (called_off_at) on family_day to throughline_app;

-- Invitations belong to the family part of a case. Family answer through a function; who came is said by the prison that holds the day.
create policy family_day_invitation_seen on family_day_invitation for select to throughline_app using (
  exists (select from sight where sight.case_id = family_day_invitation.case_id and 'family' = any(sight.reads)));
create policy family_day_invitation_made on family_day_invitation for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and invited_by = (select acting_user()) and attendance is null
  and (consent_how is distinct from 'OWN_DOOR' or answer is null) -- said by the person alone
  and (family_member_id is null or (answer is null and is_open_to_family(family_member_id)
    and exists (select from family_member m where m.id = family_member_id and m.case_id = family_day_invitation.case_id)))
  and holds_family_day(family_day_id)
  and exists (select from sight where sight.case_id = family_day_invitation.case_id and sight.person_id = family_day_invitation.person_id and 'family' = any(sight.writes)));
create policy family_day_invitation_attended on family_day_invitation for update to throughline_app using (
  holds_family_day(family_day_id)
  and exists (select from sight where sight.case_id = family_day_invitation.case_id and 'family' = any(sight.writes)));
grant select, insert on family_day_invitation to throughline_app;
grant update (attendance, attended_by, attended_at, outcome) on family_day_invitation to throughline_app;
create policy family_day_invitation_not_closed on family_day_invitation as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Written by whoever changes what is shared, with the person's yes; the database makes the change. Never altered.
create policy family_share_change_seen on family_share_change for select to throughline_app using (
  exists (select from sight where sight.case_id = family_share_change.case_id and 'family' = any(sight.reads)));
create policy family_share_change_made on family_share_change for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and is_open_to_family(family_member_id)
  and exists (select from family_member m where m.id = family_member_id and m.case_id = family_share_change.case_id and m.person_id = family_share_change.person_id)
  and exists (select from sight where sight.case_id = family_share_change.case_id and sight.person_id = family_share_change.person_id and 'family' = any(sight.writes)));
grant select, insert on family_share_change to throughline_app;
create policy family_share_change_not_closed on family_share_change as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
