-- Whoever added a document cannot let it out of quarantine: that is the scanner's, in the system's name.
create or replace function document_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() and (new.checked_at, new.refused_at) is distinct from (old.checked_at, old.refused_at) then
    raise exception 'document_guarded: only the scanner says that' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger document_is_guarded before update on document for each row execute function document_guarded();
