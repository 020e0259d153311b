-- What is asked is no secret; coordinators keep it.
create policy survey_seen on survey for select to throughline_app using ((select acting_user()) is not null);
create policy survey_made on survey for insert to throughline_app with check ((select is_coordinator()) and made_by = (select acting_user()));
create policy survey_closed on survey for update to throughline_app using ((select is_coordinator()));
grant select (id, audience, made_by, made_at, closed_at), insert (id, audience, made_by, made_at) on survey to throughline_app; -- never the salt
grant update (closed_at) on survey to throughline_app;

create policy survey_version_seen on survey_version for select to throughline_app using (exists (select from survey s where s.id = survey_id));
create policy survey_version_made on survey_version for insert to throughline_app with check ((select is_coordinator()) and made_by = (select acting_user()));
grant select, insert on survey_version to throughline_app;

-- A reply is entered and never read back: survey_results() alone counts them, and covers what is of few.
create policy survey_reply_entered on survey_reply for insert to throughline_app with check (entered_by = (select acting_user())
  and agency_id = (select acting_agency()) and way in ('SCREEN', 'PAPER')
  and exists (select from survey s where s.id = survey_id and s.closed_at is null));
grant insert on survey_reply to throughline_app;

-- Nobody reads the counts but survey_results(), which covers what is of few.
create policy survey_count_kept on survey_count for select to throughline_app using (false);
