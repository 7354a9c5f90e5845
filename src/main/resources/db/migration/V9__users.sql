-- People and programs that may enter. Who presents a secret is not known before it is looked up, so
-- these tables show, beside the rows of the account one works for, the one row whose secret or
-- address one holds: app.holder.

alter table account add column alias text unique;

create table app_user (
  account_id uuid not null references account,
  id uuid not null,
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('OWNER', 'ADMIN', 'RECRUITER', 'REVIEWER', 'AUDITOR', 'VIEWER')),
  password text,
  totp text,
  totp_step bigint not null default 0,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (account_id, id)
);

create table user_session (
  account_id uuid not null,
  hash text not null unique,
  user_id uuid not null,
  state text not null check (state in ('SECOND_FACTOR', 'OPEN')),
  created_at timestamptz not null,
  used_at timestamptz not null,
  primary key (account_id, hash),
  foreign key (account_id, user_id) references app_user on delete cascade
);

create index user_session_user on user_session (account_id, user_id);

-- A way in, once: to set a password after an invitation or a reset, or to make the first owner.
create table user_link (
  account_id uuid not null references account,
  hash text not null unique,
  user_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, hash),
  foreign key (account_id, user_id) references app_user on delete cascade
);

create table api_key (
  account_id uuid not null references account,
  id uuid not null,
  name text not null,
  hash text not null unique,
  start text not null,
  role text not null check (role in ('OWNER', 'ADMIN', 'RECRUITER', 'REVIEWER', 'AUDITOR', 'VIEWER')),
  operator boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, id)
);

-- Failed attempts to sign in, by the hash of what was tried: nobody learns whether it exists.
create table attempt (
  hash text primary key,
  failures integer not null,
  blocked_until timestamptz not null
);

-- Who did what. Rows are only added; each carries the hash of the one before it.
create table audit_entry (
  account_id uuid not null references account,
  position bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null,
  hash text not null,
  primary key (account_id, position)
);

create function audit_entry_stays() returns trigger language plpgsql as
  $$ begin raise exception 'the audit log is only added to'; end $$;
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_entry_stays();
create trigger audit_entry_is_kept before truncate on audit_entry
  for each statement execute function audit_entry_stays();

alter table app_user enable row level security, force row level security;
create policy fence on app_user
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy holder on app_user for select
  using (email = nullif(current_setting('app.holder', true), ''));
alter table user_session enable row level security, force row level security;
create policy fence on user_session
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy holder on user_session for select
  using (hash = nullif(current_setting('app.holder', true), ''));
alter table user_link enable row level security, force row level security;
create policy fence on user_link
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy holder on user_link for select
  using (hash = nullif(current_setting('app.holder', true), ''));
alter table api_key enable row level security, force row level security;
create policy fence on api_key
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy holder on api_key for select
  using (hash = nullif(current_setting('app.holder', true), ''));
alter table audit_entry enable row level security, force row level security;
create policy fence on audit_entry
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
