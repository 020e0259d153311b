-- On which of the first fourteen days after release somebody is to hear from a worker. The partnership's own to change.
create table first_contact_day (day_number int primary key check (day_number between 1 and 14));
insert into first_contact_day values (1), (2), (3), (5), (7), (10), (14);
-- Who left lately, for the list of the first days.
create index summary_by_leaving on case_summary (release_on) where is_open and agency_id is null;
