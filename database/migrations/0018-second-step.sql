-- The second step of signing in: a code from an app, or one of ten codes on paper. Closed to the app as passwords are.
create table one_time_secret (
  account_id uuid primary key references account,
  secret text not null, -- base32
  made_at timestamptz not null,
  confirmed_at timestamptz, -- counts from here on: the app has shown a right code once
  last_step bigint not null default 0 -- 30 seconds each: a code that was used, and all before it, never work again
);
create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
-- Between the password and the code: ten minutes, once.
create table half_sign_in (
  token_hash bytea primary key,
  account_id uuid not null references account,
  expires_at timestamptz not null,
  used_at timestamptz
);
