-- The key by which a telephone system signs what it says, as the two pads of HMAC: no login reads it back.
create table helpline_key (
  helpline_id uuid primary key references helpline,
  inner_pad bytea not null check (length(inner_pad) = 64), outer_pad bytea not null check (length(outer_pad) = 64),
  made_by uuid not null references account, made_at timestamptz not null,
  heard_at timestamptz
);
-- What it said, by its own id: the same message twice is taken once.
create table helpline_message (
  helpline_id uuid not null references helpline, message_id text not null check (length(message_id) between 1 and 120),
  heard_at timestamptz not null,
  primary key (helpline_id, message_id)
);
