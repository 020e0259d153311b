-- What an agency's own system calls somebody (SCIM's externalId): said by it, found by it, and nothing else follows from it.
alter table account_term add external_id text check (length(external_id) between 1 and 200);
create index terms_by_external_id on account_term (external_id) where external_id is not null;
