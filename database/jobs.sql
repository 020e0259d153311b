-- Run as the worker, which owns the queue. The app may add a job, in the name of the agency that acts, and see nothing.
create schema if not exists jobs;

create or replace function jobs.enqueue(name text, payload jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(name, (payload || jsonb_build_object('agencyId', public.acting_agency()))::json)
$$;

revoke all on function jobs.enqueue from public;
grant usage on schema jobs to throughline_app, throughline_rules; -- a trigger asks for a job too
grant execute on function jobs.enqueue to throughline_app, throughline_rules;
