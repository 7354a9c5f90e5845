-- Who is told what by HTTP, and every message for them: the queue is the log.
create table webhook (
  account_id uuid not null references account,
  id uuid not null,
  url text not null,
  description text not null,
  events text[] not null,
  active boolean not null default true,
  secret text not null,
  former_secret text,
  former_until timestamptz,
  failures integer not null default 0,
  failing_since timestamptz,
  held_until timestamptz,
  created_at timestamptz not null,
  primary key (account_id, id)
);

create table delivery (
  account_id uuid not null,
  id uuid not null,
  number bigint generated always as identity,
  webhook_id uuid not null,
  event text not null,
  body text not null,
  state text not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  status integer,
  error text,
  primary key (account_id, id),
  foreign key (account_id, webhook_id) references webhook on delete cascade
);

create index delivery_newest on delivery (account_id, webhook_id, number);
create index delivery_due on delivery (account_id, webhook_id, next_at) where state = 'WAITING';

alter table webhook enable row level security, force row level security;
create policy fence on webhook
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table delivery enable row level security, force row level security;
create policy fence on delivery
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
