-- A session on a computer that several people use ends after 3 minutes without use instead of 15 (T26).
alter table session add is_shared boolean not null default false;
