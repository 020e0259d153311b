-- Passkeys: what somebody signs in with instead of a password and a code. Closed to the app as passwords are.
create table passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  credential_id text not null unique, -- base64url, as the browser says it
  public_key bytea not null, -- COSE
  counter bigint not null, -- how often it was used, as it says itself; 0 for those that do not count
  name text not null check (length(name) between 1 and 60),
  transports text[] not null default '{}',
  is_synced boolean not null, -- kept by a password manager on several devices
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_of_account on passkey (account_id);
-- What a passkey has to sign: once, for five minutes, in the browser that was given it.
create table passkey_challenge (
  token_hash bytea primary key, -- of that browser's cookie
  challenge text not null,
  purpose text not null check (purpose in ('add', 'sign-in', 'prove')),
  account_id uuid references account, -- nobody's while nobody is signed in
  expires_at timestamptz not null
);
-- What a session was opened with.
alter table session add opened_with text not null default 'password' check (opened_with in ('password', 'passkey', 'agency'));
