-- What the person lets somebody see, each time they changed it. The row makes the change (family_shares_count), so none goes unwritten.
create table family_share_change (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  family_member_id uuid not null references family_member,
  was text[] not null default '{}', -- filled in by the database
  shares text[] not null check (shares <@ array['RELEASE_DATE', 'SUPPORTERS', 'APPOINTMENTS', 'PLAN_ACCOMMODATION',
    'PLAN_CHILDREN_FAMILIES_AND_COMMUNITY', 'PLAN_EDUCATION_SKILLS_AND_WORK', 'PLAN_FINANCE_AND_ID']),
  consent_how text not null check (consent_how in ('OWN_DOOR', 'SPOKEN', 'SIGNED')),
  made_by uuid references account, made_at timestamptz not null, -- nobody: they did it at their own door
  like provenance including defaults,
  check ((made_by is null) = (consent_how = 'OWN_DOOR'))
);
create index share_changes_of_case on family_share_change (case_id);
create index share_changes_of_person on family_share_change (person_id);
create index share_changes_of_member on family_share_change (family_member_id, made_at desc);

-- A day may be asked at the person's own door: until they say yes there, nobody of the family reads of it.
alter table family_day_invitation drop constraint family_day_invitation_consent_how_check;
alter table family_day_invitation add constraint family_day_invitation_consent_how_check check (consent_how in ('SPOKEN', 'SIGNED', 'OWN_DOOR'));
