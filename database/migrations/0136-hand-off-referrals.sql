-- A hand-off may be a referral: for a need, to a service of the other desk's agency. A desk that cannot take somebody says why.
alter table hub_hand_off
  add column referral_id uuid references referral on delete set null,
  add column declined_by uuid references account, add column declined_at timestamptz,
  add column decline_reason text check (decline_reason in
    ('NO_ROOM', 'NOT_ELIGIBLE', 'NOT_OUR_WORK', 'TOO_FAR', 'CLOSED', 'NOT_SAFE_HERE', 'CANNOT_REACH', 'OTHER')),
  add check (accepted_at is null or declined_at is null),
  add check ((declined_at is null) = (declined_by is null) and (declined_at is null) = (decline_reason is null)),
  add check (referral_id is null or (person_id is not null and line = ''));
create unique index hand_off_of_referral on hub_hand_off (referral_id) where referral_id is not null;
