-- What a form said when it was done, as a hash: whoever comes back to it, writes something else and sends it is not led to what was kept the
-- first time as if that were what they wrote.
alter table done_request add column said bytea;
