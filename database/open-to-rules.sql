-- Every table under forced row-level security, and open to the functions that keep the rule and to them alone.
do $$
declare t record;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and relname not in ('migration', 'provenance') loop
    execute format('alter table public.%I enable row level security', t.relname);
    execute format('alter table public.%I force row level security', t.relname);
    execute format('create policy rules_pass on public.%I to throughline_rules using (true) with check (true)', t.relname);
  end loop;
end $$;
grant select, insert, update, delete on all tables in schema public to throughline_rules;
grant select on private.identity_key to throughline_rules;
-- PostgreSQL lets everybody run a new function. Ours are run by those who are granted them by name; an extension's stay open.
do $$
declare f record;
begin
  for f in select p.oid::regprocedure as signature from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
    execute format('revoke all on function %s from public', f.signature);
  end loop;
end $$;
