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
revoke update, delete on audit from throughline_rules; -- what was written down stands
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
-- Whose a fact is stays as it was made: where the app may change a table with an owner, it may not change these columns.
do $$
declare t record;
begin
  for t in select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ') as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege('throughline_app', c.oid, 'UPDATE')
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_agency_id')
        and a.attname <> 'id'
        and (a.attname not in ('case_id', 'person_id')
          or c.relname = 'import_row' -- which learns whom it became
          or c.relname in ('person_identifier', 'person_alias') and a.attname = 'person_id') -- two records of one person are joined
        and (a.attname <> 'owner_agency_id' or c.relname = 'pathway_status') -- whoever set it last
      group by c.oid loop
    execute format('revoke update on %s from throughline_app', t.name);
    execute format('grant update (%s) on %s to throughline_app', t.columns, t.name);
  end loop;
end $$;
