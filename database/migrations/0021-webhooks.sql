-- Word to another system of an agency that something happened: ids and codes, never anything about a person.
create table webhook (
  id uuid primary key,
  token_id uuid not null references api_token, -- the integration that is told, and fetches the rest with this token
  url text not null check (url ~ '^https?://' and length(url) <= 300),
  events text[] not null check (cardinality(events) > 0),
  made_by uuid not null references account,
  made_at timestamptz not null,
  failures int not null default 0, -- tries in a row that did not arrive
  failing_since timestamptz,
  off_at timestamptz,
  off_because text check (off_because in ('BY_HAND', 'FAILING', 'GONE')),
  removed_at timestamptz,
  check ((off_at is null) = (off_because is null))
);
create index webhooks_of_token on webhook (token_id);

-- Several at a time while one replaces another.
create table webhook_secret (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  sealed text not null, -- by the program; closed to the app but for the function that sends
  made_at timestamptz not null,
  until timestamptz
);
create index secrets_of_webhook on webhook_secret (webhook_id);

-- The outbox: written in the transaction of the event, sent by the worker. What happened is read from the event, as the
-- integration, when it is sent: nothing of it stands here.
create table webhook_message (
  id uuid primary key default gen_random_uuid(), -- the same at every try, so that a receiver can tell
  webhook_id uuid not null references webhook,
  event_id bigint not null,
  event_name text not null,
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  tries int not null default 0,
  ended_at timestamptz,
  ending text check (ending in ('DELIVERED', 'GIVEN_UP', 'NOT_SEEN')),
  check ((ended_at is null) = (ending is null))
);
create index messages_that_wait on webhook_message (webhook_id, next_try_at) where ended_at is null;
create index messages_of_webhook on webhook_message (webhook_id, event_id desc);

create table webhook_try (
  message_id uuid not null references webhook_message on delete cascade,
  nth int not null,
  tried_at timestamptz not null,
  status int, -- null when nobody answered
  took_ms int not null,
  trouble text check (trouble in ('NO_ANSWER', 'NOT_PERMITTED')),
  primary key (message_id, nth)
);
