-- A line is for those who answer it and the managers of its agency (my_helplines). Nobody who can punish runs one.
create policy helpline_seen on helpline for select to throughline_app using (id = any((select my_helplines())::uuid[]));
create policy helpline_opened on helpline for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_manager())
  and exists (select from agency a where a.id = agency_id and not is_walled(a.kind, 'mentoring', null)));
create policy helpline_kept on helpline for update to throughline_app
  using (id = any((select my_helplines())::uuid[]) and (select is_manager()));
grant select, insert on helpline to throughline_app;
grant update (name, phone, closed_at, version) on helpline to throughline_app;

-- The rota is made by a manager; who is on says so themselves. Whose a shift is changes by take_shift() alone.
create policy shift_seen on helpline_shift for select to throughline_app using (helpline_id = any((select my_helplines())::uuid[]));
create policy shift_planned on helpline_shift for insert to throughline_app with check (
  made_by = (select acting_user()) and (select is_manager()) and helpline_id = any((select my_helplines())::uuid[])
  and answers_helpline(helpline_id, account_id));
create policy shift_kept on helpline_shift for update to throughline_app
  using (helpline_id = any((select my_helplines())::uuid[]) and (account_id = (select acting_user()) or (select is_manager())));
grant select, insert on helpline_shift to throughline_app;
grant update (began_at, left_at) on helpline_shift to throughline_app;

create policy swap_seen on helpline_swap for select to throughline_app using (helpline_id = any((select my_helplines())::uuid[]));
create policy swap_asked on helpline_swap for insert to throughline_app with check (
  asked_by = (select acting_user()) and answer is null
  and exists (select from helpline_shift s where s.id = shift_id and s.helpline_id = helpline_swap.helpline_id and s.account_id = asked_by and s.cancelled_at is null)
  and (to_account_id is null or answers_helpline(helpline_id, to_account_id))
  and (for_shift_id is null or exists (select from helpline_shift s where s.id = for_shift_id and s.helpline_id = helpline_swap.helpline_id
    and s.account_id = to_account_id and s.cancelled_at is null)));
-- No is said here; yes is take_shift(), which leaves no hour empty that was covered.
create policy swap_refused on helpline_swap for update to throughline_app
  using (answer is null and (asked_by = (select acting_user()) or to_account_id = (select acting_user())))
  with check (answered_by = (select acting_user()) and answer = case when asked_by = (select acting_user()) then 'WITHDRAWN' else 'DECLINED' end);
grant select, insert on helpline_swap to throughline_app;
grant update (answer, answered_by, answered_at) on helpline_swap to throughline_app;

-- What is said to the line stays with the line; of a person, only where the line's agency sees them (helpline_sees).
create policy call_seen on helpline_call for select to throughline_app using (helpline_id = any((select my_helplines())::uuid[]));
create policy call_taken on helpline_call for insert to throughline_app with check (
  helpline_id = any((select my_helplines())::uuid[]) and owner_agency_id = (select acting_agency()) and operator_id = (select acting_user())
  and person_id is null and closed_at is null);
create policy call_written on helpline_call for update to throughline_app
  using (helpline_id = any((select my_helplines())::uuid[]) and closed_at is null)
  with check (operator_id = (select acting_user()) and (person_id is null or helpline_sees(case_id, person_id)));
grant select, insert on helpline_call to throughline_app;
grant update (operator_id, taken_at, answered_at, draft, saved_at, closed_at, hung_up_at, caller, person_id, case_id, caller_name, feeling, words,
  risk, did, passed_to, agreed, note_id, subject_category) on helpline_call to throughline_app;
create policy call_not_closed on helpline_call as restrictive to throughline_app
  using (person_id is null or person_id <> all((select people_withheld())::uuid[]));

create policy call_back_seen on helpline_call_back for select to throughline_app using (
  helpline_id = any((select my_helplines())::uuid[]) and exists (select from helpline_call c where c.id = call_id));
create policy call_back_promised on helpline_call_back for insert to throughline_app with check (
  made_by = (select acting_user()) and helpline_id = any((select my_helplines())::uuid[])
  and exists (select from helpline_call c where c.id = call_id and c.helpline_id = helpline_call_back.helpline_id));
create policy call_back_answered on helpline_call_back for update to throughline_app
  using (helpline_id = any((select my_helplines())::uuid[]) and exists (select from helpline_call c where c.id = call_id))
  with check (taken_by = (select acting_user()) or taken_by is null);
grant select, insert on helpline_call_back to throughline_app;
grant update (due_at, taken_by, taken_at, first_taken_at, done_at, outcome, tries, rung_at, told_at) on helpline_call_back to throughline_app;

-- Read by the line, by whom it was handed to, and by whoever stands in for them; of another agency only with the caller's yes.
create policy call_hand_off_seen on helpline_hand_off for select to throughline_app using (
  helpline_id = any((select my_helplines())::uuid[]) or to_account_id = (select acting_user())
  or (to_account_id = any((select acting_audiences())::uuid[]) and exists (select from sight
    where sight.case_id = helpline_hand_off.case_id and 'identity' = any(sight.reads))));
create policy call_hand_off_made on helpline_hand_off for insert to throughline_app with check (
  made_by = (select acting_user()) and owner_agency_id = (select acting_agency()) and helpline_id = any((select my_helplines())::uuid[])
  and exists (select from helpline_call c where c.id = call_id and c.case_id = helpline_hand_off.case_id and c.person_id = helpline_hand_off.person_id)
  and may_hear_of_call(case_id, to_account_id, is_agreed));
create policy call_hand_off_done on helpline_hand_off for update to throughline_app
  using (to_account_id = (select acting_user()) or to_account_id = any((select acting_audiences())::uuid[]))
  with check (done_by is null or done_by = (select acting_user()));
grant select, insert on helpline_hand_off to throughline_app;
grant update (done_at, done_by, done_words) on helpline_hand_off to throughline_app;
create policy call_hand_off_not_closed on helpline_hand_off as restrictive to throughline_app
  using (person_id <> all((select people_withheld())::uuid[]));

-- Behind the wall of mentoring: for the line and the agency that wrote it with them, and for workers named on the case who see what
-- charities write. Nothing of it is ever rewritten.
create policy crisis_plan_seen on crisis_plan for select to throughline_app using (
  (owner_agency_id = (select acting_agency()) and (select my_helplines()) <> '{}')
  or (exists (select from sight where sight.case_id = crisis_plan.case_id and 'mentoring' = any(sight.reads))
    and (owner_agency_id = (select acting_agency()) or exists (select from case_party t
      where t.case_id = crisis_plan.case_id and t.account_id = (select acting_user()) and t.until_on is null))));
create policy crisis_plan_written on crisis_plan for insert to throughline_app with check (
  written_by = (select acting_user()) and owner_agency_id = (select acting_agency())
  and (helpline_sees(case_id, person_id) or exists (select from sight where sight.case_id = crisis_plan.case_id
    and sight.person_id = crisis_plan.person_id and 'mentoring' = any(sight.writes))));
grant select, insert on crisis_plan to throughline_app;
create policy crisis_plan_not_closed on crisis_plan as restrictive to throughline_app
  using (person_id <> all((select people_withheld())::uuid[]));

-- Numbers to call are no secret; managers and coordinators keep them.
create policy number_seen on helpline_number for select to throughline_app using ((select acting_user()) is not null);
create policy number_added on helpline_number for insert to throughline_app with check (
  changed_by = (select acting_user()) and ((select is_manager()) or (select is_coordinator())));
create policy number_changed on helpline_number for update to throughline_app
  using ((select is_manager()) or (select is_coordinator())) with check (changed_by = (select acting_user()));
grant select, insert on helpline_number to throughline_app;
grant update (name, phone, used_when, is_emergency, position, changed_by, changed_at, removed_at, version) on helpline_number to throughline_app;

-- A key is made by a manager and never read back; hear_switch() alone checks with it.
create policy helpline_key_seen on helpline_key for select to throughline_app using (helpline_id = any((select my_helplines())::uuid[]));
create policy helpline_key_made on helpline_key for insert to throughline_app with check (
  made_by = (select acting_user()) and (select is_manager()) and helpline_id = any((select my_helplines())::uuid[]));
create policy helpline_key_changed on helpline_key for update to throughline_app
  using ((select is_manager()) and helpline_id = any((select my_helplines())::uuid[])) with check (made_by = (select acting_user()));
grant select (helpline_id, made_by, made_at, heard_at), insert on helpline_key to throughline_app;
grant update (inner_pad, outer_pad, made_by, made_at) on helpline_key to throughline_app;
