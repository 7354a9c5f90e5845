-- Skills, tools and licences an account added to the taxonomy.
create table own_term (
  account_id uuid not null references account,
  id uuid not null,
  name text not null,
  content json not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, name)
);

alter table own_term enable row level security, force row level security;
create policy fence on own_term
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
