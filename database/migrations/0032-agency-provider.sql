-- An agency's own provider of sign-in (OpenID Connect): its workers come in with the account that they have there.
alter table agency_sign_in
  add issuer text check (issuer <> ''),
  add client_id text,
  add client_secret text, -- sealed by the program; closed to the app but for the function that signs in
  add email_domains text[] not null default '{}',
  add is_password_off boolean not null default false,
  add check (issuer is null or (client_id is not null and client_secret is not null and email_domains <> '{}')),
  add check (issuer is not null or not is_password_off);
-- Who somebody is there. Their e-mail address is asked once, this ever after.
create table provider_account (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
-- On the way there and back: once, for ten minutes, in the browser that went.
create table provider_sign_in (
  token_hash bytea primary key, -- of that browser's cookie
  agency_id uuid not null references agency,
  account_id uuid references account, -- who proves again who they are; null while somebody signs in
  verifier text not null,
  state text not null,
  nonce text not null,
  back text,
  expires_at timestamptz not null
);
alter table session add provider_sid text; -- what the provider calls the session, to end it from there
