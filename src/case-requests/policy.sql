-- A request is read by the agency that asked, and by whoever may read whom it is about.
create policy case_request_seen on case_request for select to throughline_app using (
  agency_id = (select acting_agency()) or exists (select from case_request_subject s where s.request_id = case_request.id));
create policy case_request_not_barred on case_request as restrictive for select to throughline_app
  using (id <> all((select requests_barred())::uuid[]));
grant select on case_request to throughline_app; -- ask_to_join() and case_request_decided() alone write it

-- Whom it is about is read in the agency that answers for the case now, by those who see the case; never by the asker.
create policy case_request_subject_seen on case_request_subject for select to throughline_app using (
  exists (select from case_file c where c.id = case_id and c.owner_agency_id = (select acting_agency())));
-- Decided and ended by whoever brings agencies in: who works on the whole case, or the manager of the agency that answers for the person.
create policy case_request_subject_decided on case_request_subject for update to throughline_app
  using (exists (select from case_file c where c.id = case_id and c.owner_agency_id = (select acting_agency()))
    and (may_bring_in(case_id) or ((select is_manager()) and is_answerable_for(case_id))))
  with check (decided_by is not null);
grant select on case_request_subject to throughline_app;
grant update (decision, decided_at, decided_by, relationship, is_told, answer_words, ended_at, ended_by) on case_request_subject to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy case_request_subject_not_closed on case_request_subject as restrictive to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
