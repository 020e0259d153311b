-- Whom to call or to name when somebody is in danger, by country; kept by managers and coordinators.
create table helpline_number (
  id uuid primary key default gen_random_uuid(),
  jurisdiction text not null check (jurisdiction in ('UK-EW', 'IT', 'NL')),
  name text not null check (length(name) between 1 and 80),
  phone text not null check (length(phone) between 2 and 40),
  used_when text not null default '' check (length(used_when) <= 200),
  is_emergency boolean not null default false, position int not null,
  changed_by uuid references account, changed_at timestamptz, removed_at timestamptz,
  version int not null default 1
);
create index numbers_of_country on helpline_number (jurisdiction, position) where removed_at is null;
-- To start from, in the words of the country. Sources, read in November 2026: gov.uk and 112.gov.it, politie.nl; nhs.uk; samaritans.org;
-- nationaldahelpline.org.uk; telefonoamico.it; 1522.eu; 114.it; 113.nl; veiligthuis.nl.
insert into helpline_number (jurisdiction, name, phone, used_when, is_emergency, position) values
  ('UK-EW', 'Ambulance, police, fire', '999', 'Somebody is hurt, has taken something, or may be killed', true, 1),
  ('UK-EW', 'NHS 111, then 2 for mental health', '111', 'A crisis that is not an emergency, day and night', false, 2),
  ('UK-EW', 'Samaritans', '116 123', 'They want to go on talking, day and night, free', false, 3),
  ('UK-EW', 'National Domestic Abuse Helpline', '0808 2000 247', 'They are afraid of somebody at home, day and night, free', false, 4),
  ('IT', 'Numero unico di emergenza', '112', 'Qualcuno è ferito, ha preso qualcosa o rischia la vita', true, 1),
  ('IT', 'Telefono Amico Italia', '02 2327 2327', 'Vuole continuare a parlare, dalle 9 a mezzanotte', false, 2),
  ('IT', 'Antiviolenza e stalking', '1522', 'Ha paura di qualcuno in casa, giorno e notte, gratis', false, 3),
  ('IT', 'Emergenza infanzia', '114', 'Un bambino o un ragazzo è in pericolo', false, 4),
  ('NL', 'Ambulance, politie, brandweer', '112', 'Iemand is gewond, heeft iets ingenomen of is in levensgevaar', true, 1),
  ('NL', '113 Zelfmoordpreventie', '0800 0113', 'Iemand denkt aan zelfmoord, dag en nacht, gratis', false, 2),
  ('NL', 'Veilig Thuis', '0800 2000', 'Iemand is bang voor een huisgenoot, dag en nacht, gratis', false, 3);
