-- Each time the supervisor outside was in touch with somebody in custody. That it was is seen by all who see the custody part; what was
-- said is a note.
create table supervisor_contact (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  kind text not null check (kind in ('VISIT', 'VIDEO', 'PHONE', 'LETTER')),
  happened_on date not null,
  note_id uuid references note,
  made_by uuid not null references account, made_at timestamptz not null, withdrawn_at timestamptz,
  version int not null default 1,
  like provenance including defaults
);
create index supervisor_contacts_of_case on supervisor_contact (case_id, happened_on desc);
create index supervisor_contacts_of_person on supervisor_contact (person_id);
create index supervisor_contacts_of_note on supervisor_contact (note_id) where note_id is not null;
