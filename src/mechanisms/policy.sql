-- Read by whoever reads evidence. The coordinator keeps the questions, and writes down what any national group answered; a manager answers
-- for the country of this partnership alone.
create policy mechanism_question_seen on mechanism_question for select to throughline_app using ((select is_coordinator()) or (select is_manager()));
create policy mechanism_question_asked on mechanism_question for insert to throughline_app
  with check ((select is_coordinator()) and made_by = (select acting_user()) and retired_at is null);
create policy mechanism_question_retired on mechanism_question for update to throughline_app
  using ((select is_coordinator())) with check (retired_by = (select acting_user()));
grant select, insert on mechanism_question to throughline_app;
grant update (retired_by, retired_at) on mechanism_question to throughline_app;

create policy mechanism_answer_seen on mechanism_answer for select to throughline_app
  using (exists (select from mechanism_question q where q.id = question_id));
create policy mechanism_answer_given on mechanism_answer for insert to throughline_app with check (made_by = (select acting_user())
  and ((select is_coordinator()) or (select is_manager()) and national_group = (select p.jurisdiction from partnership p))
  and exists (select from mechanism_question q where q.id = question_id and q.retired_at is null));
grant select, insert on mechanism_answer to throughline_app;
