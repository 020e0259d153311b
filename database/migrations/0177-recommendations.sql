-- What a review recommended about families, and how each prison stands with it. Its topic is a code with words in every language, or what a
-- coordinator typed; its number is the review's own, '' where nobody has written it yet. Facts alone: the review's sentences stay the review's.
create table recommendation (
  id uuid primary key default gen_random_uuid(),
  review text not null check (length(review) between 1 and 200),
  number text not null default '' check (length(number) <= 10),
  topic text check (topic in ('LOCAL_STRATEGY', 'VISITS', 'STAFF', 'FAMILY_DAYS', 'LEARNING', 'CONCERNS', 'ANSWERABLE', 'MEASURE', 'FILE', 'VIDEO', 'TEMPORARY_RELEASE')),
  words text not null default '' check (length(words) <= 300),
  source text not null check (length(source) between 1 and 300), -- where it can be read
  evidence text check (evidence in ('FAMILY_DAYS', 'FAMILY_INVITED', 'FAMILY_CAME', 'FAMILY_CONTACTS', 'FAMILY_NAMED')), -- which rows of the record bear on it
  position int not null default 0,
  made_by uuid references account, made_at timestamptz not null default now(),
  retired_at timestamptz, retired_by uuid references account,
  check ((topic is null) <> (words = ''))
);

-- How one prison stands with one of them; each saying replaces the last, which stays.
create table recommendation_standing (
  id uuid primary key default gen_random_uuid(),
  recommendation_id uuid not null references recommendation,
  agency_id uuid not null references agency,
  state text not null check (state in ('NOT_BEGUN', 'IN_PROGRESS', 'IN_PLACE', 'NOT_HERE')),
  lead text not null default '' check (length(lead) <= 120), -- who sees to it
  due_on date,
  words text not null default '' check (length(words) <= 1000), -- what is done or why not; about nobody
  said_by uuid not null references account, said_at timestamptz not null, replaced_at timestamptz,
  check (state <> 'NOT_HERE' or words <> '')
);
create unique index one_standing_at_a_time on recommendation_standing (agency_id, recommendation_id) where replaced_at is null;
create index standings_of_recommendation on recommendation_standing (recommendation_id);

-- Lord Farmer's review of August 2017 has 19 recommendations, the first in seven parts. Numbers are those of the progress report of 30 October 2019.
insert into recommendation (review, number, topic, source, evidence, position)
select 'Farmer Review, 2017', r.number, r.topic, 'Lord Farmer, The Importance of Strengthening Prisoners'' Family Ties to Prevent Reoffending and Reduce Intergenerational Crime, Ministry of Justice, August 2017',
  r.evidence, row_number() over ()
from (values ('', 'LOCAL_STRATEGY', null), ('', 'VISITS', 'FAMILY_CONTACTS'), ('', 'STAFF', null), ('', 'FAMILY_DAYS', 'FAMILY_DAYS'), ('', 'LEARNING', null),
  ('', 'CONCERNS', null), ('1.7', 'ANSWERABLE', null), ('5', 'MEASURE', 'FAMILY_CONTACTS'), ('6', 'FILE', 'FAMILY_NAMED'), ('', 'VIDEO', null),
  ('', 'TEMPORARY_RELEASE', null)) as r(number, topic, evidence);
