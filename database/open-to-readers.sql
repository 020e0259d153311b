-- The logins that only read (T20), from what the files before this one made: nothing of it is written twice.

-- readonly sees what the app sees, by the same policies, and runs what the app runs as long as it cannot write.
do $$
declare
  app oid := 'throughline_app'::regrole;
  p record;
begin
  for p in select polname, polrelid::regclass as name, array_to_string(array(select r::regrole::text from unnest(polroles) r), ', ') as roles
      from pg_policy where polcmd in ('r', '*') and app = any(polroles) loop
    execute format('alter policy %I on %s to %s, throughline_readonly', p.polname, p.name, p.roles);
  end loop;
  for p in select c.oid::regclass as name, has_table_privilege(app, c.oid, 'select') as is_whole,
        array_to_string(array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
          and not a.attisdropped and has_column_privilege(app, c.oid, a.attnum, 'select')), ', ') as columns
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') loop
    continue when p.columns = '';
    execute format('grant select %s on %s to throughline_readonly', case when p.is_whole then '' else '(' || p.columns || ')' end, p.name);
  end loop;
  for p in select f.oid::regprocedure as name from pg_proc f
      where f.pronamespace = 'public'::regnamespace and f.provolatile <> 'v' and has_function_privilege(app, f.oid, 'execute')
        and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e') loop
    execute format('grant execute on function %s to throughline_readonly', p.name);
  end loop;
end $$;

-- backup reads every row there is, the key that signs who acts included: without it nobody could work on in what was restored.
do $$
declare t record;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity loop
    execute format('create policy backup_reads on public.%I for select to throughline_backup using (true)', t.relname);
  end loop;
end $$;
grant select on all tables in schema public to throughline_backup;
grant usage on schema private to throughline_backup;
grant select on all tables in schema private to throughline_backup;

-- auditor reads what was written down and where each chain stands: numbers of accounts, people and cases, and no name of anybody.
create policy auditor_reads on audit for select to throughline_auditor using (true);
create policy auditor_reads on audit_head for select to throughline_auditor using (true);
grant select on audit, audit_head to throughline_auditor;
