-- Agreements that are made on screen: one row is one edition; an edition that replaces another is signed anew.
-- By which law agencies may share: data, so that a partnership in another country needs no release of ours.
create table legal_gateway (
  code text primary key,
  jurisdiction text not null check (jurisdiction in ('UK-EW', 'IT', 'NL')),
  position int not null,
  citation text not null, -- as the law is called where it holds: not translated
  needs_consent boolean not null default false -- nothing is shared by it before the person said yes
);
insert into legal_gateway (code, jurisdiction, position, citation, needs_consent) values
  ('OMA-2007-14', 'UK-EW', 1, 'Offender Management Act 2007, section 14', false),
  ('CDA-1998-115', 'UK-EW', 2, 'Crime and Disorder Act 1998, section 115', false),
  ('OMA-14-CDA-115', 'UK-EW', 3, 'Offender Management Act 2007 s.14; Crime and Disorder Act 1998 s.115', false),
  ('DPA-2018-PART-3', 'UK-EW', 4, 'Data Protection Act 2018, Part 3 (law enforcement processing)', false),
  ('DPA-2018-SCH-1', 'UK-EW', 5, 'UK GDPR Article 6(1)(e); Data Protection Act 2018, Schedule 1', false),
  ('UK-CONSENT', 'UK-EW', 6, 'Consent: UK GDPR Article 6(1)(a) and Article 9(2)(a)', true),
  ('L-354-1975', 'IT', 1, 'Legge 354/1975 (ordinamento penitenziario), artt. 17 e 46', false),
  ('DPR-230-2000', 'IT', 2, 'D.P.R. 230/2000, artt. 68 e 88', false),
  ('DLGS-51-2018', 'IT', 3, 'D.Lgs. 51/2018 (trattamento a fini di polizia e giustizia penale)', false),
  ('IT-GDPR-6-E', 'IT', 4, 'GDPR art. 6(1)(e); D.Lgs. 196/2003, art. 2-ter', false),
  ('IT-CONSENT', 'IT', 5, 'Consenso: GDPR art. 6(1)(a) e art. 9(2)(a)', true),
  ('WGS', 'NL', 1, 'Wet gegevensverwerking door samenwerkingsverbanden', false),
  ('PBW-18A', 'NL', 2, 'Penitentiaire beginselenwet, artikel 18a', false),
  ('WJSG', 'NL', 3, 'Wet justitiële en strafvorderlijke gegevens', false),
  ('NL-AVG-6-E', 'NL', 4, 'AVG artikel 6, eerste lid, onder e', false),
  ('NL-CONSENT', 'NL', 5, 'Toestemming: AVG artikel 6, eerste lid, onder a, en artikel 9, tweede lid, onder a', true);

alter table agreement
  add column gateway text references legal_gateway,
  add column needs_consent boolean not null default false, -- as its gateway says
  add column review_on date,
  add column document_reference text not null default '', -- where the signed paper is kept: an address or a file number
  add column edition int not null default 1,
  add column replaces_id uuid references agreement,
  add column admits_joiners boolean not null default false, -- whoever is taken into the partnership joins it, as the founders agreed
  add column offered_at timestamptz, -- from then on its terms stand, and parties sign
  add column in_force_at timestamptz, -- the last party signed
  add column reminded_on date,
  add column version int not null default 1;
create unique index one_next_edition on agreement (replaces_id) where ended_at is null;

alter table agreement_party
  add column signed_at timestamptz,
  add column signed_by uuid references account,
  add column signer_name text,
  add column signer_title text,
  add column has_joined boolean not null default false; -- by joining the partnership, or as successor of an agency that signed

-- What was in force stays in force.
update agreement set gateway = 'OMA-14-CDA-115', offered_at = made_at, in_force_at = made_at, admits_joiners = true;
update agreement_party p set signed_at = a.made_at, has_joined = true from agreement a where a.id = p.agreement_id;

-- Under which agreement a case was opened (T4): bound once, by the database.
alter table case_file add column opened_under uuid; -- no foreign key: an import opens thousands, and no agreement is ever deleted
update case_file c set opened_under = (select a.id from agreement a where a.purpose = c.purpose order by a.starts_on limit 1);
create unique index one_grant_of_a_kind on agreement_grant (agreement_id, coalesce(agency_kind, ''), relationship, field_group);
