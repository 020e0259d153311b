-- What is written of a person hangs on what is about the same person. A foreign key does not ask, and a policy asks for sight of the case alone:
-- smuggled SQL could give somebody an appointment, a need or a step by way of a case of somebody else. Made from the catalogue, as the one before.
create or replace function private.of_one_person() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  said constant jsonb := to_jsonb(new);
  about uuid;
begin
  for at in 0 .. tg_nargs - 2 by 2 loop -- a column, and the table to which it points
    continue when said->>tg_argv[at] is null;
    execute format('select person_id from public.%I where id = $1', tg_argv[at + 1]) into about using (said->>tg_argv[at])::uuid;
    if about <> (said->>'person_id')::uuid then
      raise exception '%: % is about somebody else', tg_table_name, tg_argv[at] using errcode = '42501';
    end if;
  end loop;
  return null;
end $$;
alter function private.of_one_person owner to throughline_rules;

do $$
declare
  moments constant jsonb := '[
    {"name": "of_one_person_added", "when": "insert", "if": "new.%1$I is not null"},
    {"name": "of_one_person_changed", "when": "update", "if": "(new.%1$I, new.person_id) is distinct from (old.%1$I, old.person_id)"}]';
  m record;
  t record;
begin
  for m in select * from jsonb_to_recordset(moments) as x(name text, "when" text, "if" text) loop
    for t in select tgrelid::regclass as name from pg_trigger where tgname = m.name loop
      execute format('drop trigger %I on %s', m.name, t.name);
    end loop;
    for t in select c.oid::regclass as name, string_agg(format('%L, %L', a.attname, parent.relname), ', ') as pairs, string_agg(format(m."if", a.attname), ' or ') as is_said
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
        join pg_class parent on parent.oid = k.confrelid join pg_attribute person on person.attrelid = c.oid and person.attname = 'person_id'
        where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and not c.relispartition
          and exists (select from unnest(array['throughline_app', 'portal_mentor']::name[]) login, unnest(array[a.attnum, person.attnum]) written
            where has_column_privilege(login, c.oid, written, m."when"))
          and exists (select from pg_attribute x where x.attrelid = parent.oid and x.attname = 'person_id' and not x.attisdropped)
        group by c.oid loop
      execute format('create trigger %I after %s on %s for each row when (new.person_id is not null and (%s)) execute function private.of_one_person(%s)',
        m.name, m."when", t.name, t.is_said, t.pairs);
    end loop;
  end loop;
end $$;
