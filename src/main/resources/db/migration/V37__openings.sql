-- Pages to apply on, what applicants agreed to, and what came. Who opens a page knows nothing but its
-- reference: app.holder.
create table opening (
  account_id uuid not null references account,
  job_number integer not null,
  reference text not null unique,
  title text not null,
  body text not null,
  last_day date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (account_id, job_number)
);

alter table opening enable row level security, force row level security;
create policy fence on opening
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy holder on opening for select
  using (reference = nullif(current_setting('app.holder', true), ''));

create table consent (
  account_id uuid not null references account,
  language text not null,
  version integer not null,
  body text not null,
  created_at timestamptz not null,
  primary key (account_id, language, version)
);

alter table consent enable row level security, force row level security;
create policy fence on consent
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);

create table arrival (
  account_id uuid not null,
  application_id uuid not null,
  job_number integer not null,
  reference text not null,
  name text not null,
  email text not null,
  language text not null,
  version integer not null,
  first boolean not null, -- the application was made by it
  created_at timestamptz not null, -- when the consent was given, too
  primary key (account_id, application_id, email),
  unique (account_id, reference),
  foreign key (account_id, application_id) references application on delete cascade,
  foreign key (account_id, language, version) references consent
);

create index arrival_email on arrival (account_id, email, created_at);

alter table arrival enable row level security, force row level security;
create policy fence on arrival
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
