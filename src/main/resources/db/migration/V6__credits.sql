-- What an account may still spend. An account without a line spends without limit.
create table credit_line (
  account_id uuid primary key references account,
  available integer not null check (available >= 0)
);

-- The ledger: the sum of an account's entries is what its line says. Nothing is taken out of it;
-- a reservation is closed when it is settled or released.
create table credit_entry (
  account_id uuid not null references account,
  id uuid not null,
  kind text not null check (kind in ('GRANT', 'RESERVE', 'SETTLE', 'RELEASE')),
  key text not null,
  amount integer not null,
  closed boolean not null default false,
  created_at timestamptz not null,
  primary key (account_id, id)
);

create unique index credit_entry_granted on credit_entry (account_id, key) where kind = 'GRANT';
create unique index credit_entry_open on credit_entry (account_id, key)
  where kind = 'RESERVE' and not closed;

alter table credit_line enable row level security, force row level security;
create policy fence on credit_line
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table credit_entry enable row level security, force row level security;
create policy fence on credit_entry
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
