-- What the language model inside makes of the titles in a CV, and which model it was: a restart does
-- not work it out again. Null until the first match.
alter table reading add column meanings bytea;

-- How stored CVs fit a job description, whether or not they were ever screened for it; the points
-- stand here for the order, the explanation is made again from the reading.
create table pool_score (
  account_id uuid not null,
  job_description_id uuid not null,
  reading_id uuid not null,
  version text not null,
  total double precision not null,
  technical_skills double precision not null,
  experience double precision not null,
  education double precision not null,
  soft_skills double precision not null,
  primary key (account_id, job_description_id, reading_id),
  foreign key (account_id, job_description_id) references job_description on delete cascade,
  foreign key (account_id, reading_id) references reading on delete cascade
);

create index pool_score_reading on pool_score (account_id, reading_id);

alter table pool_score enable row level security, force row level security;
create policy fence on pool_score
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
