-- The last import of an exported account into each account.
create table moving (
  account_id uuid primary key references account,
  upload_id uuid not null,
  begun_by text not null,
  state text not null check (state in ('WAITING', 'FILES', 'ROWS', 'DONE', 'REFUSED')),
  files integer not null default 0,
  all_files integer not null default 0,
  rows bigint not null default 0,
  error text not null default '',
  begun_at timestamptz not null,
  finished_at timestamptz
);

alter table moving enable row level security, force row level security;
create policy fence on moving
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
