-- A person known to an account, over all screenings.
create table candidate (
  account_id uuid not null references account,
  id uuid not null,
  number integer not null,
  name text,
  phone text,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, number)
);

-- By which a person is known again. In lower case.
create table candidate_email (
  account_id uuid not null,
  email text not null,
  candidate_id uuid not null,
  primary key (account_id, email),
  foreign key (account_id, candidate_id) references candidate on delete cascade
);

create index candidate_email_candidate on candidate_email (account_id, candidate_id);

-- Whose CV a file is: the same file is the same person's, also without an e-mail address in it.
create table candidate_document (
  account_id uuid not null,
  document_hash text not null,
  candidate_id uuid not null,
  primary key (account_id, document_hash),
  foreign key (account_id, document_hash) references document,
  foreign key (account_id, candidate_id) references candidate on delete cascade
);

create index candidate_document_candidate on candidate_document (account_id, candidate_id);

alter table application add column candidate_id uuid;
alter table application add foreign key (account_id, candidate_id) references candidate;
create index application_candidate on application (account_id, candidate_id);

-- What persons decided about an application; the last row counts, and no verdict is a decision
-- taken back. Rows are only added.
create table decision (
  account_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  verdict text check (verdict in ('SHORTLISTED', 'ON_HOLD', 'REJECTED')),
  reason text not null,
  decided_by text not null,
  score integer,
  recommendation text,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, application_id) references application
);

create index decision_application on decision (account_id, application_id, id);

-- The verdict that counts, for lists.
alter table application add column verdict text;
create index application_verdict on application (account_id, screening_id, verdict)
  where verdict is not null;

alter table candidate enable row level security, force row level security;
create policy fence on candidate
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table candidate_email enable row level security, force row level security;
create policy fence on candidate_email
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table candidate_document enable row level security, force row level security;
create policy fence on candidate_document
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table decision enable row level security, force row level security;
create policy fence on decision
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
