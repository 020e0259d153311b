-- One's own questions. What was asked about is in none of them.
create policy question_of_mine on known_here_question for select to throughline_app using (asked_by = (select acting_user()));
grant select (id, asked_by, agency_id, asked_agency_id, is_known, purpose, asked_at) on known_here_question to throughline_app;
