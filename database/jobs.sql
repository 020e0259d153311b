-- Run as the worker, which owns the queue. The app may add a job, in the name of the agency that acts, and see nothing.
create schema if not exists jobs;

create or replace function jobs.enqueue(name text, payload jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(name, (payload || jsonb_build_object('agencyId', public.acting_agency()))::json)
$$;

-- One job for all that is asked for within a second. The one that waits is held, so that it does not begin before what it is to
-- find is committed; the library's view cannot be held, hence its table.
create or replace function jobs.enqueue_soon(name text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from graphile_worker._private_jobs j where j.key = name and j.is_available for key share skip locked;
  if found then return; end if;
  perform graphile_worker.add_job(name, '{}'::json, run_at := now() + interval '1 second', job_key := name, job_key_mode := 'preserve_run_at');
end $$;

revoke all on function jobs.enqueue, jobs.enqueue_soon from public;
grant usage on schema jobs to throughline_app, throughline_rules, portal_mentor; -- a trigger asks for a job too
grant execute on function jobs.enqueue to throughline_app, throughline_rules, portal_mentor;
grant execute on function jobs.enqueue_soon to throughline_rules;
