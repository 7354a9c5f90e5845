-- The ranking of the pool for a job description: one for each, of the revision it was asked for last.
create table pool_ranking (
  account_id uuid not null,
  number integer not null, -- of the job description
  job_description_id uuid not null,
  run uuid not null, -- the batch of its tasks
  state text not null,
  cvs integer not null,
  remaining integer not null, -- of these, still to be compared
  failed uuid[] not null default '{}', -- readings that cannot be compared
  begun_at timestamptz not null,
  finished_at timestamptz,
  primary key (account_id, number),
  foreign key (account_id, job_description_id) references job_description on delete cascade
);

create index pool_ranking_revision on pool_ranking (account_id, job_description_id);

-- What is still to be compared, each in one task.
create table pool_step (
  account_id uuid not null,
  id uuid not null,
  number integer not null,
  run uuid not null,
  readings uuid[] not null,
  primary key (account_id, id),
  foreign key (account_id, number) references pool_ranking on delete cascade
);

create index pool_step_run on pool_step (account_id, number, run);

-- How stored CVs fit, with as much as a list says of them. What was here before can be made again.
drop table pool_score;

create table pool_score (
  account_id uuid not null,
  number integer not null,
  reading_id uuid not null,
  document_hash text not null,
  version text not null,
  total double precision not null,
  technical_skills double precision not null,
  experience double precision not null,
  education double precision not null,
  soft_skills double precision not null,
  summary json not null,
  primary key (account_id, number, reading_id),
  foreign key (account_id, number) references pool_ranking on delete cascade,
  foreign key (account_id, reading_id) references reading on delete cascade
);

create index pool_score_reading on pool_score (account_id, reading_id);

-- As match.Ranking orders.
create index pool_score_best on pool_score (
  account_id, number, total desc, technical_skills desc, experience desc, education desc,
  soft_skills desc, document_hash collate "C");

alter table pool_ranking enable row level security, force row level security;
create policy fence on pool_ranking
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table pool_step enable row level security, force row level security;
create policy fence on pool_step
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table pool_score enable row level security, force row level security;
create policy fence on pool_score
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
