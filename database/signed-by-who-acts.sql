-- Nobody signs for somebody else. Where a login may write who did something, a column "..._by" of a table, whoever acts is the only one who may
-- come to stand in it. Made from the catalogue after the policies, so that no table can forget it.
create or replace function private.signed_by_who_acts() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  actor constant uuid := acting_user();
  said constant jsonb := to_jsonb(new);
  before constant jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  who text;
begin
  if actor is null then return null; end if; -- whoever owns the database prepares it
  foreach who in array tg_argv loop
    if said->>who <> actor::text and said->>who is distinct from before->>who then
      raise exception '%: % says that somebody else did it', tg_table_name, who using errcode = '42501';
    end if;
  end loop;
  return null;
end $$;
alter function private.signed_by_who_acts owner to throughline_rules;

do $$
declare
  -- A row that is added is looked at where no policy for adding it asks about the column already, one that is changed always.
  moments constant jsonb := '[
    {"name": "signed_by_who_adds", "when": "insert", "if": "new.%1$I is not null"},
    {"name": "signed_by_who_changes", "when": "update", "if": "new.%1$I is distinct from old.%1$I"}]';
  m record;
  t record;
begin
  for m in select * from jsonb_to_recordset(moments) as x(name text, "when" text, "if" text) loop
    for t in select tgrelid::regclass as name from pg_trigger where tgname = m.name loop
      execute format('drop trigger %I on %s', m.name, t.name);
    end loop;
    for t in select c.oid::regclass as name, string_agg(quote_literal(a.attname), ', ') as columns, string_agg(format(m."if", a.attname), ' or ') as is_said
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'uuid'::regtype and a.attname like '%\_by'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum]
            and k.confrelid <> 'account'::regclass)
          and (c.relname not like '%\_version' or a.attname = 'replaced_by') -- a version keeps who said what was said before
          and (has_column_privilege('throughline_app', c.oid, a.attnum, m."when") or has_column_privilege('portal_mentor', c.oid, a.attnum, m."when"))
          and (m."when" = 'update' or exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('a', '*')
            and pg_get_expr(p.polwithcheck, c.oid) !~ ('\m' || a.attname || '\M')))
        group by c.oid loop
      execute format('create trigger %I after %s on %s for each row when (%s) execute function private.signed_by_who_acts(%s)',
        m.name, m."when", t.name, t.is_said, t.columns);
    end loop;
  end loop;
end $$;
