-- Clears every policy and every grant to the app, so that the policy.sql files are the whole truth.
-- (Permissive policies add up: one left behind by a rename would go on granting.)
do $$
declare p record;
begin
  for p in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', p.policyname, p.tablename);
  end loop;
end $$;
revoke all on all tables in schema public from throughline_app, portal_person, portal_family, portal_mentor,
  throughline_readonly, throughline_auditor, throughline_backup;
revoke all on all functions in schema public from throughline_readonly; -- what it may run follows what the app may
revoke create on schema public from public;
grant usage on schema public to throughline_app, throughline_worker, throughline_rules, portal_person, portal_family, portal_mentor,
  throughline_readonly, throughline_auditor, throughline_backup;
grant usage, create on schema private to throughline_rules;
grant create on schema public to throughline_rules; -- to own its functions
