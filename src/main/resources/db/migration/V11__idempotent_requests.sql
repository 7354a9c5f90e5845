-- What was answered to a request that may be sent again.
create table idempotent_request (
  account_id uuid not null references account,
  key text not null,
  fingerprint text not null,
  status integer,
  type text,
  location text,
  body bytea,
  created_at timestamptz not null,
  primary key (account_id, key)
);

create index idempotent_request_age on idempotent_request (account_id, created_at);

alter table idempotent_request enable row level security, force row level security;
create policy fence on idempotent_request
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
