-- The rows that a definition counts between two days: one agency's, or everybody's where none is given. Runs with the rights of
-- who asks: the counting sees every row, a reader those that they may see. `today` decides what has had time to happen.
create or replace function counted_rows(definition text, agency uuid, since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
begin
  return query execute format('select subject_id, case_id, person_id, agency_id, happened_on, amount, is_met from counted_%s($1, $2)
    where ($3 is null or agency_id = $3)', lower(definition)) using since, today, agency;
end $$;
grant execute on function counted_rows(text, uuid, date, date) to throughline_app, throughline_rules;
