-- How an agency has its workers sign in.
create table agency_sign_in (
  agency_id uuid primary key references agency,
  second_step_since timestamptz, -- sessions that begin after this need a passkey or a code; null asks for none
  made_at timestamptz not null default now()
);
