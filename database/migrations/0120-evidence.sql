-- Evidence: an analyst's files and what was found in them, stories told with consent, and the results that everybody may read.

-- A file that an agency's analyst brought, the question, and what may be shown of the answer. The answer itself is not kept.
create table analysis (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  method text not null check (method in ('survival', 'match', 'its', 'fairness')),
  title text not null check (length(title) between 1 and 100),
  file_name text not null, file bytea not null, columns text[] not null,
  question jsonb,
  state text not null default 'CHOOSING' check (state in ('CHOOSING', 'WAITING', 'RUNNING', 'DONE', 'PROBLEM')),
  problem jsonb, -- message, row, column
  finding jsonb,
  made_by uuid not null references account, made_at timestamptz not null,
  asked_at timestamptz, started_at timestamptz, ended_at timestamptz,
  forget_at timestamptz not null,
  check (state = 'CHOOSING' or (question is not null and asked_at is not null)),
  check ((state = 'DONE') = (finding is not null)),
  check ((state = 'PROBLEM') = (problem is not null))
);
create index analyses_of_agency on analysis (agency_id, made_at desc, id desc);
create index analyses_to_forget on analysis (forget_at);

-- A case told in a few sentences without a name, beside the numbers, while the person says yes to it.
create table case_story (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  title text not null check (length(title) between 1 and 100),
  words text not null check (length(words) between 1 and 3000),
  locale text not null check (locale in ('en', 'it', 'nl')),
  is_public boolean not null default false,
  written_by uuid not null references account, written_at timestamptz not null,
  removed_at timestamptz,
  like provenance including defaults
);
create index stories_of_agency on case_story (owner_agency_id, written_at desc) where removed_at is null;
create index stories_of_person on case_story (person_id);

-- Results of a whole quarter, as everybody may read them: what is too few was held back before it was written here.
create table public_result (
  quarter_on date not null check (quarter_on = date_trunc('quarter', quarter_on)::date),
  measure text not null check (measure in ('STEP_BEFORE_RELEASE', 'MET_IN_FIRST_WEEK', 'REFERRAL_BEFORE_RELEASE')),
  prison text not null default '', -- '' is all of them
  people int check (people >= 30 and people % 5 = 0),
  counted int check (counted >= 5 and people - counted >= 5 and counted % 5 = 0), -- null: held back
  counted_at timestamptz not null,
  primary key (quarter_on, measure, prison),
  check ((people is null) = (counted is null))
);
-- Published by a coordinator, once: a quarter that was counted is never counted again, so that two counts cannot be compared.
create table public_quarter (
  quarter_on date primary key check (quarter_on = date_trunc('quarter', quarter_on)::date),
  counted_at timestamptz not null,
  published_at timestamptz, published_by uuid references account,
  check ((published_at is null) = (published_by is null))
);

-- To tell a story is a thing of its own to agree to.
alter table consent_text drop constraint consent_text_kind_check, add check (kind in ('SHARING', 'SUPPORT', 'STORY'));
alter table consent drop constraint consent_kind_check, add check (kind in ('SHARING', 'SUPPORT', 'STORY'));
insert into consent_text (kind, edition, words_en, words_it, words_nl) values
  ('STORY', 1,
   'This agency would like to tell what happened to you, in a few sentences and without your name, so that others can learn from it. It may stand beside figures in a report or on a page that everybody can read. You can say yes or no. You can change your mind at any time: then it is taken away at once. What was printed before stays on paper.',
   'Questo ente vorrebbe raccontare quello che le è successo, in poche frasi e senza il suo nome, perché altri possano imparare. Il racconto può stare accanto ai numeri in una relazione o su una pagina che tutti possono leggere. Può dire sì o no. Può cambiare idea in ogni momento: allora viene tolto subito. Quello che è già stato stampato resta sulla carta.',
   'Deze organisatie wil graag vertellen wat u hebt meegemaakt, in een paar zinnen en zonder uw naam, zodat anderen ervan kunnen leren. Het kan naast cijfers staan in een verslag of op een pagina die iedereen kan lezen. U mag ja of nee zeggen. U mag altijd van gedachten veranderen: dan wordt het meteen weggehaald. Wat al gedrukt is, blijft op papier.');
