-- How far people came between the first and the last time that something was known of them: counted, by the quarter in which it was
-- first known. Kept by recount_distance() alone; read through distance_travelled(), which covers what is of few.
create table distance_count (
  agency_id uuid not null references agency, -- which answers for the cases
  measure text not null, quarter date not null,
  forward int not null, same int not null, back int not null,
  counted_at timestamptz not null,
  primary key (agency_id, measure, quarter)
);
