-- Groups that hold rights; no login here is a superuser or passes row-level security by. Run by the schema's owner.
do $$
declare name text;
begin
  foreach name in array array['throughline_app', 'throughline_worker', 'throughline_rules', 'portal_person', 'portal_family', 'portal_mentor',
    'throughline_readonly', 'throughline_auditor', 'throughline_backup'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    if not pg_has_role(current_user, name, 'usage') then -- who makes a role may grant it, but does not act as it by that
      execute format('grant %I to %I', name, current_user);
    end if;
  end loop;
end $$;
-- app: the web process, no rights beyond the policies. worker: owns the job queue, nothing else.
-- rules: owns the definer functions that keep and apply the access rule (the reviewed list is in house-rules.test.ts).
-- portal_person: the person's own door; the functions that are granted to it by name, and no table. portal_family: the same for family and friends.
-- portal_mentor: who walks with people and works with no case; what is their own, and no table about a person.
-- readonly: what the app sees, and no right to write. auditor: the audit and the heads of its chains. backup: every row, to be read.
-- A temporary table stands before the real one of its name: nobody makes one.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
