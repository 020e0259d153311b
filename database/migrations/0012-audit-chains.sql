-- The audit cannot be changed without a trace (T12): each row is chained to the one before it in its shard.
alter table audit
  add shard smallint, add place bigint, add hash bytea,
  -- What T10 names and later work fills.
  add on_behalf_of uuid, add purpose text, add basis text, add recipients uuid[] not null default '{}';
create table audit_head (
  shard smallint primary key,
  place bigint not null, -- of the last row
  hash bytea not null
) with (fillfactor = 50); -- each change is written beside the last one, and no index has to know
insert into audit_head select n, 0, sha256(convert_to('throughline audit shard ' || n, 'UTF8')) from generate_series(0, 63) n;

-- The words that are hashed, as audit_chained() has them (src/audit/functions.sql).
create function private.audit_words(a audit) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select json_build_array(a.id::text, (extract(epoch from a.happened_at) * 1000000)::bigint::text, a.account_id::text, a.agency_id::text,
    a.session_id::text, a.action, a.person_ids::text, a.case_ids::text, a.field_groups::text, a.reason, a.channel, a.request_id, a.outcome,
    a.details::text, a.on_behalf_of::text, a.purpose, a.basis, a.recipients::text)::text
$$;

-- Rows from before the chains are their first links.
do $$
declare r audit; h audit_head;
begin
  for r in select * from audit order by id loop
    update audit_head set place = place + 1, hash = sha256(hash || convert_to(private.audit_words(r), 'UTF8'))
    where shard = r.id % 64 returning * into h;
    update audit set shard = h.shard, place = h.place, hash = h.hash where id = r.id;
  end loop;
end $$;
drop function private.audit_words;
alter table audit alter shard set not null, alter place set not null, alter hash set not null;
create unique index audit_in_order on audit (shard, place);
