create table account (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

-- The account of an installation without sign-in.
insert into account (id, name, created_at)
values ('00000000-0000-7000-8000-000000000001', 'Local', now());

-- The small numbers people call things by.
create table counter (
  account_id uuid not null references account,
  kind text not null,
  last integer not null,
  primary key (account_id, kind)
);

alter table counter enable row level security, force row level security;
create policy fence on counter
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
