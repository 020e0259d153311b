-- The relay: one worker hands somebody over to another, in a meeting of three. The sender stays responsible until all three have signed.
create table handover (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  from_agency_id uuid not null references agency, from_account_id uuid not null references account,
  to_agency_id uuid not null references agency, to_account_id uuid not null references account,
  receiver_party_id uuid references case_party, -- the place that was made for the receiver, if they had none
  meets_at timestamptz not null, meets_how text not null check (meets_how in ('IN_PERSON', 'VIDEO', 'PHONE')),
  meets_place text not null default '' check (length(meets_place) <= 200),
  why text not null default '' check (length(why) <= 1000),
  release_on date, -- as it stood when this was proposed
  proposed_at timestamptz not null,
  held_number int not null default 0, -- how many meetings were written down: the agenda of the last one counts
  held_at timestamptz, held_how text check (held_how in ('IN_PERSON', 'VIDEO', 'PHONE')),
  held_place text not null default '' check (length(held_place) <= 200),
  attended jsonb not null default '[]', -- [{part, name}]: SENDER, RECEIVER, PERSON, OTHER
  own_words text not null default '' check (length(own_words) <= 2000), -- what the person said at the meeting
  sent_by uuid references account, sent_at timestamptz, -- the sender signs by writing the meeting down
  answered_at timestamptz, answered_how text check (answered_how in ('OWN_DOOR', 'SIGNED', 'SAID')),
  answer_words text not null default '' check (length(answer_words) <= 2000), beside_id uuid references account,
  went_on_by uuid references account, went_on_at timestamptz, went_on_words text not null default '' check (length(went_on_words) <= 1000),
  accepted_by uuid references account, accepted_at timestamptz,
  overlap_in_days int, -- on how many days both were named, when it was accepted
  ended_by uuid references account, ended_at timestamptz, -- declined or cancelled
  end_reason text check (end_reason in ('NOT_YET', 'NOT_OURS', 'TOO_MANY', 'OTHER', 'TAKEN_BACK', 'DIED', 'CASE_CLOSED')),
  end_words text not null default '' check (length(end_words) <= 1000),
  transfer_id uuid, -- the case_transfer by which the agency that answers for the case changed
  chased_at timestamptz, chased_count int not null default 0,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'HELD', 'DISAGREED', 'AGREED', 'GONE_ON', 'ACCEPTED', 'DECLINED', 'CANCELLED')),
  like provenance including defaults,
  check (from_account_id <> to_account_id),
  check (state in ('PROPOSED', 'DECLINED', 'CANCELLED') or held_at is not null),
  check ((state in ('DECLINED', 'CANCELLED')) = (ended_at is not null)),
  check ((state = 'ACCEPTED') = (accepted_at is not null))
);
create unique index one_handover_at_a_time on handover (case_id) where state not in ('ACCEPTED', 'DECLINED', 'CANCELLED');
create index handovers_of_case on handover (case_id, proposed_at desc);
create index handovers_of_person on handover (person_id);
create index handovers_sent on handover (from_account_id, proposed_at desc);
create index handovers_received on handover (to_account_id, proposed_at desc);
create index handovers_of_sender on handover (from_agency_id) where state not in ('ACCEPTED', 'DECLINED', 'CANCELLED');
create index handovers_of_receiver on handover (to_agency_id) where state not in ('ACCEPTED', 'DECLINED', 'CANCELLED');

-- The agenda as it was laid before a meeting, part by part: whoever reads it reads the parts that they see of the case.
create table handover_part (
  id uuid primary key default gen_random_uuid(),
  handover_id uuid not null references handover,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  held_number int not null,
  field_group text not null,
  lines jsonb not null, -- [{kind, code, words, status, on}]
  frozen_at timestamptz not null,
  like provenance including defaults
);
create unique index one_part_of_an_agenda on handover_part (handover_id, held_number, field_group);
create index parts_of_case on handover_part (case_id);
create index handover_parts_of_person on handover_part (person_id);

-- What was agreed at a meeting: as it was said, and the step of the plan that it became.
create table handover_point (
  id uuid primary key default gen_random_uuid(),
  handover_id uuid not null references handover,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  held_number int not null, place int not null,
  words text not null check (length(words) between 1 and 200),
  who text not null check (who in ('PERSON', 'SENDER', 'RECEIVER')),
  due_on date,
  step_id uuid references step,
  agreed_at timestamptz not null,
  like provenance including defaults
);
create unique index points_in_order on handover_point (handover_id, held_number, place);
create index points_of_case on handover_point (case_id);
create index handover_points_of_person on handover_point (person_id);
