-- What the person said. Two things that are kept apart: consent to share with one agency for one purpose, and agreement to be
-- supported by it. History is kept: a later answer replaces the one before.
create table consent_text (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('SHARING', 'SUPPORT')),
  edition int not null,
  words_en text not null, words_it text not null, words_nl text not null,
  made_by uuid references account,
  made_at timestamptz not null default now(),
  unique (kind, edition)
);
create table consent (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  purpose text not null,
  agency_id uuid not null references agency, -- with whom it is shared, or who offers support
  kind text not null check (kind in ('SHARING', 'SUPPORT')),
  answer text not null check (answer in ('GIVEN', 'DECLINED', 'WITHDRAWN')),
  how text not null check (how in ('SCREEN', 'PAPER', 'SPOKEN', 'INTERPRETER')),
  text_id uuid not null references consent_text,
  locale text not null check (locale in ('en', 'it', 'nl')), -- in which language the person was told
  said_on date not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  like provenance including defaults
);
create unique index one_answer_stands on consent (person_id, agency_id, kind, purpose) where replaced_at is null;
create index consents_of_case on consent (case_id, recorded_at desc);

insert into consent_text (kind, edition, words_en, words_it, words_nl) values
  ('SHARING', 1,
   'We would like to share parts of your record with this agency, so that it can help you. You can say yes or no. If you say no, nothing bad happens to you. You can change your mind at any time. When you do, they can no longer see it.',
   'Vorremmo condividere parti della sua scheda con questo ente, perché possa aiutarla. Può dire sì o no. Se dice no, non le succede niente di male. Può cambiare idea in ogni momento. Da allora non potranno più vederla.',
   'We willen delen van uw dossier delen met deze organisatie, zodat zij u kan helpen. U mag ja of nee zeggen. Zegt u nee, dan gebeurt er niets vervelends. U mag altijd van gedachten veranderen. Dan kunnen zij het niet meer zien.'),
  ('SUPPORT', 1,
   'This agency offers to help you. You choose if you want its help. You can say yes or no, and you can stop at any time. This is about help. It is not about who may see your record.',
   'Questo ente le offre aiuto. Decide lei se lo vuole. Può dire sì o no, e può smettere in ogni momento. Si tratta di aiuto. Non riguarda chi può vedere la sua scheda.',
   'Deze organisatie biedt u hulp aan. U kiest of u die hulp wilt. U mag ja of nee zeggen, en u mag altijd stoppen. Dit gaat over hulp. Het gaat niet over wie uw dossier mag zien.');
