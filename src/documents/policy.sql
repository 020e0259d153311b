-- A document belongs to a part of the case, as a note does; its agency always sees what it added.
create policy document_seen on document for select to throughline_app using (
  owner_agency_id = (select acting_agency()) or (select is_system())
  or exists (select from sight where sight.case_id = document.case_id and document.field_group = any(sight.reads)));
create policy document_added on document for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and added_by = (select acting_user()) and refused_at is null
  and (checked_at is null or kind = 'image/jpeg') -- a picture is drawn anew; a PDF waits for the scanner
  and exists (select from sight where sight.case_id = document.case_id and document.field_group = any(sight.writes)));
create policy document_withdrawn on document for update to throughline_app
  using (added_by = (select acting_user()) or (select is_system()));
grant select, insert on document to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy document_not_closed on document as restrictive to throughline_app using (
  (select is_system()) or person_id <> all((select people_closed())::uuid[]));
-- As with notes: a charity that said yes to a referral reads its own mentoring documents; another's are for workers named on the case.
create policy document_of_mentor on document as restrictive for select to throughline_app using (
  field_group <> 'mentoring' or (select is_system()) or owner_agency_id = (select acting_agency()) or exists (select from case_party p
    where p.case_id = document.case_id and p.account_id = (select acting_user()) and p.until_on is null));
grant update (withdrawn_at, withdrawn_reason, checked_at, refused_at, refused_as, version) on document to throughline_app;

-- Bytes leave once they were checked, and never again after the document was withdrawn.
create policy document_read on document_content for select to throughline_app using (
  (select is_system()) or exists (select from document d where d.id = document_id and d.checked_at is not null and d.withdrawn_at is null));
create policy document_kept on document_content for insert to throughline_app with check (
  exists (select from document d where d.id = document_id and d.added_by = (select acting_user())));
create policy document_destroyed on document_content for delete to throughline_app using ((select is_system()));
grant select, insert, delete on document_content to throughline_app;
