-- A day on which a prison opens its doors to families before somebody leaves: who is invited, who says that they come, and who came.
create table family_day (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency, -- the prison that holds it
  starts_at timestamptz not null,
  length_in_minutes int not null check (length_in_minutes between 15 and 720),
  how_to_come text not null check (length(how_to_come) between 1 and 500), -- what families read: where, when to be there, what to bring
  who_comes text not null default '' check (length(who_comes) <= 300), -- partners who are there
  places int not null check (places between 1 and 200), -- people with their families
  made_by uuid not null references account, made_at timestamptz not null,
  called_off_at timestamptz
);
create index family_days_of_agency on family_day (agency_id, starts_at);

create table family_day_invitation (
  id uuid primary key default gen_random_uuid(),
  family_day_id uuid not null references family_day,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  family_member_id uuid references family_member, -- nobody: the person themselves
  consent_how text check (consent_how in ('SPOKEN', 'SIGNED')), -- how the person said yes to the day, for all whom they invite
  invited_by uuid not null references account, invited_at timestamptz not null,
  answer text check (answer in ('COMES', 'CANNOT')), answered_at timestamptz,
  attendance text check (attendance in ('CAME', 'DID_NOT_COME')), attended_by uuid references account, attended_at timestamptz,
  outcome text not null default '' check (length(outcome) <= 1000), -- what came of the day for this person
  like provenance including defaults,
  check ((family_member_id is null) = (consent_how is not null)),
  check ((answer is null) = (answered_at is null)),
  check ((attendance is null) = (attended_at is null))
);
create unique index one_invitation_to_a_day on family_day_invitation (family_day_id, case_id, coalesce(family_member_id, person_id));
create index day_invitations_of_case on family_day_invitation (case_id);
create index day_invitations_of_person on family_day_invitation (person_id);
create index day_invitations_of_member on family_day_invitation (family_member_id) where family_member_id is not null;

alter table family_contact drop constraint family_contact_kind_check;
alter table family_contact add constraint family_contact_kind_check
  check (kind in ('CALL', 'VISIT', 'MEETING', 'LETTER', 'MESSAGE', 'FAMILY_DAY'));
