-- Which hosts this server may ask: nothing goes out over HTTP to another one.
create table outside_host (
  id uuid primary key default gen_random_uuid(),
  host text not null check (host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' and length(host) <= 253),
  reason text not null check (length(reason) between 10 and 500),
  added_by uuid references account, -- null: it was in use before there was a list
  added_at timestamptz not null,
  removed_by uuid references account,
  removed_at timestamptz
);
create unique index outside_host_once on outside_host (host) where removed_at is null;

-- A database that agencies sign in to already goes on; in a new one there is nobody yet.
do $$ begin
  if exists (select from information_schema.columns where table_name = 'agency_sign_in' and column_name = 'issuer') then
    insert into outside_host (host, reason, added_at)
    select distinct lower(substring(issuer from '^https://([^/:?#]+)')), 'An agency signed in through it before there was this list.', now()
    from agency_sign_in where issuer ~ '^https://[A-Za-z0-9]';
  end if;
end $$;
