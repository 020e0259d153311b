-- The last nine figures of a telephone number: the same whether it is written from home (07700 …) or from abroad (+44 7700 …). Null for what is
-- too short to be somebody's.
create function phone_key(phone text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select case when length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 9 then right(regexp_replace(phone, '[^0-9]', '', 'g'), 9) end
$$;
create index people_by_phone on person (phone_key(phone)) where phone_key(phone) is not null;
