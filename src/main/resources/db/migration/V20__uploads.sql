-- Files that arrive in pieces. Their bytes grow in the folder of the stored files, which all nodes
-- see; how many there are is written here, with each piece.
create table upload (
  account_id uuid not null references account,
  id uuid not null,
  name text not null,
  bytes bigint not null,
  received bigint not null default 0,
  created_at timestamptz not null,
  primary key (account_id, id)
);

alter table upload enable row level security, force row level security;
create policy fence on upload
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
