-- Every key that leads from row to row carries the account, so no row can belong to another account
-- than its parent.

create table job_description (
  account_id uuid not null references account,
  id uuid not null,
  number integer not null,
  reference text,
  content json not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, number),
  constraint job_description_reference unique (account_id, reference)
);

create table document (
  account_id uuid not null references account,
  hash text not null,
  bytes bigint not null,
  created_at timestamptz not null,
  primary key (account_id, hash)
);

-- One row for each file and version of the readers: why a CV is read once.
create table reading (
  account_id uuid not null,
  id uuid not null,
  document_hash text not null,
  version text not null,
  source json not null,
  profile json not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, document_hash, version),
  foreign key (account_id, document_hash) references document
);

create table screening (
  account_id uuid not null references account,
  id uuid not null,
  number integer not null,
  reference text,
  title text not null,
  job_description_id uuid,
  state text not null check (state in ('CREATED', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED')),
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (account_id, id),
  unique (account_id, number),
  constraint screening_reference unique (account_id, reference),
  foreign key (account_id, job_description_id) references job_description
);

create sequence application_change;

create table application (
  account_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  file text not null,
  document_hash text,
  stage text not null check (stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING',
    'COMPLETED', 'NEEDS_REVIEW', 'FAILED', 'CANCELLED')),
  reason text,
  detail text not null default '',
  error_id text,
  reading_id uuid,
  match_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  extracting_ms integer,
  profiling_ms integer,
  matching_ms integer,
  change bigint not null default nextval('application_change'),
  primary key (account_id, id),
  -- The same content twice in a screening is a duplicate.
  unique (account_id, screening_id, document_hash),
  foreign key (account_id, screening_id) references screening,
  foreign key (account_id, document_hash) references document,
  foreign key (account_id, reading_id) references reading
) with (fillfactor = 80);

create index application_stage on application (account_id, screening_id, stage);
create index application_finished on application (account_id, screening_id, finished_at);
create index application_open on application (account_id, created_at)
  where stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING');

-- One row for each application, job description and version of the matcher; the points stand beside
-- the whole match for the order of the ranking.
create table match (
  account_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  job_description_id uuid not null,
  version text not null,
  total double precision not null,
  technical_skills double precision not null,
  experience double precision not null,
  education double precision not null,
  soft_skills double precision not null,
  recommendation text not null,
  content json not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, application_id, job_description_id, version),
  foreign key (account_id, application_id) references application,
  foreign key (account_id, job_description_id) references job_description
);

alter table application
  add foreign key (account_id, match_id) references match;

-- Every file anybody sent, so that files in = files accounted for.
create table received (
  account_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  path text not null,
  outcome text not null check (outcome in ('ACCEPTED', 'DUPLICATE', 'REFUSED', 'IGNORED')),
  application_id uuid,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, screening_id) references screening,
  foreign key (account_id, application_id) references application
);

create index received_screening on received (account_id, screening_id, id);

alter table job_description enable row level security, force row level security;
create policy fence on job_description
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table document enable row level security, force row level security;
create policy fence on document
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table reading enable row level security, force row level security;
create policy fence on reading
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table screening enable row level security, force row level security;
create policy fence on screening
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table application enable row level security, force row level security;
create policy fence on application
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table match enable row level security, force row level security;
create policy fence on match
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table received enable row level security, force row level security;
create policy fence on received
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
