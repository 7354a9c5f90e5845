-- Whether an account has GitHub looked up, where it is not as the installation has it; the token is
-- encrypted.
create table github_settings (
  account_id uuid primary key references account,
  chosen boolean,
  token text,
  changed_at timestamptz not null
);

-- GitHub accounts that CVs name, and what is known of them.
create table github_person (
  account_id uuid not null references account,
  id uuid not null,
  login text not null,
  state text not null check (state in ('WAITING', 'KNOWN', 'NOT_KNOWN')),
  why text,
  work jsonb,
  failures integer not null default 0,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (account_id, id),
  unique (account_id, login)
);

create index github_person_waiting on github_person (account_id, failures, asked_at)
  where state = 'WAITING';

-- GitHub's answers as far as they are used, to be asked for again by their etag.
create table github_answer (
  account_id uuid not null,
  person_id uuid not null,
  path text not null,
  etag text not null,
  link text not null,
  body jsonb not null,
  primary key (account_id, person_id, path),
  foreign key (account_id, person_id) references github_person on delete cascade
);

-- Which CVs name them.
create table github_application (
  account_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  primary key (account_id, application_id),
  foreign key (account_id, application_id) references application on delete cascade,
  foreign key (account_id, person_id) references github_person on delete cascade
);

create index github_application_person on github_application (account_id, person_id);

alter table github_settings enable row level security, force row level security;
create policy fence on github_settings
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table github_person enable row level security, force row level security;
create policy fence on github_person
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table github_answer enable row level security, force row level security;
create policy fence on github_answer
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table github_application enable row level security, force row level security;
create policy fence on github_application
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
