-- What an agency delivered of a measure in some days, row by row and without anybody's name: for its managers and treasurers, who may not
-- see all of these people. A row counts one; of training it counts minutes.
create or replace function delivered_rows(measure text, from_on date, until_on date)
  returns table (happened_on date, what text, by_name text, amount int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare agency uuid := acting_agency();
begin
  if not (is_manager() or is_treasurer()) then
    raise exception 'delivered_rows: not for this account' using errcode = '42501';
  end if;
  if measure = 'PROGRAMMES' then
    return query select c.ended_at::date, c.name, a.name, 1 from course c join account a on a.id = c.made_by
      where c.agency_id = agency and c.ended_how = 'HELD' and c.ended_at::date between $2 and $3 order by 1, c.id;
  elsif measure = 'OWN_PROGRAMMES' then -- two records of one person that were joined are one
    return query select min(e.happened_on), string_agg(distinct c.name, ', '), string_agg(distinct a.name, ', '), 1 from course_entry e
      join course_place l on l.id = e.place_id join course c on c.id = l.course_id join person p on p.id = e.person_id join account a on a.id = e.made_by
      where e.owner_agency_id = agency and e.kind = 'OWN_PROGRAMME' and e.happened_on between $2 and $3
      group by coalesce(p.merged_into_id, p.id) order by 1, coalesce(p.merged_into_id, p.id);
  elsif measure = 'TRAINING_HOURS' then
    return query select e.happened_on, e.words, m.name, e.minutes from mentor_entry e join mentor m on m.id = e.mentor_id
      where m.agency_id = agency and e.kind = 'TRAINING' and e.happened_on between $2 and $3 order by 1, e.id;
  elsif measure = 'MENTORING_SESSIONS' then
    return query select s.happened_on, s.kind, m.name, 1 from mentor_session s join mentor m on m.id = s.mentor_id
      where s.owner_agency_id = agency and s.withdrawn_at is null and s.kind <> 'MISSED' and s.happened_on between $2 and $3 order by 1, s.id;
  elsif measure = 'PEOPLE_MENTORED' then -- two records of one person that were joined are one
    return query select min(s.happened_on), count(*)::text, string_agg(distinct m.name, ', '), 1 from mentor_session s join mentor m on m.id = s.mentor_id
      join person p on p.id = s.person_id
      where s.owner_agency_id = agency and s.withdrawn_at is null and s.kind <> 'MISSED' and s.happened_on between $2 and $3
      group by coalesce(p.merged_into_id, p.id) order by 1, coalesce(p.merged_into_id, p.id);
  end if;
end $$;
alter function delivered_rows owner to throughline_rules;
grant execute on function delivered_rows(text, date, date) to throughline_app;
