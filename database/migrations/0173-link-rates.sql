-- How many people of each group have a link, counted when records were last compared and safe before it is written here: groups of ten
-- people or more, people rounded to five.
create table link_rate (
  kind text not null check (kind in ('sex', 'nationality', 'age', 'name')), value text not null,
  people int not null check (people >= 10 and people % 5 = 0),
  joined int not null check (joined between 0 and 100), waiting int not null check (waiting between 0 and 100), -- of a hundred
  counted_at timestamptz not null,
  primary key (kind, value)
);
drop function if exists link_rates(); -- it counted everybody at each look
