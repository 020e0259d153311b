-- What other agencies are told of a target, step by step: who looks before and after one person is added has nobody by taking one number
-- from the other. Beside each step what was counted then, since a target may be changed to count something else. Kept by recount_targets() alone.
create table target_told (
  id bigint generated always as identity primary key,
  target_id uuid not null references target, day date not null,
  definition text not null, counted_agency_id uuid references agency, since_on date not null,
  delivered numeric not null, of_all int not null, people int not null, engagements int not null,
  told_at timestamptz not null
);
create index told_of_target on target_told (target_id, day, id);
