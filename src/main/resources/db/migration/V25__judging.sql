-- What language models made of matches. One row for each local match a model is to read.
create table judgement (
  account_id uuid not null,
  application_id uuid not null,
  match_id uuid not null,
  screening_id uuid not null,
  state text not null check (state in ('WAITING', 'JUDGED', 'LOCAL')),
  judged_match_id uuid,
  why text,
  model text,
  summary text not null default '',
  asked integer not null default 0,
  answered integer not null default 0,
  unquoted integer not null default 0,
  readings integer not null default 0,
  lowest double precision,
  highest double precision,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (account_id, application_id, match_id),
  foreign key (account_id, application_id) references application on delete cascade,
  foreign key (account_id, match_id) references match on delete cascade,
  foreign key (account_id, judged_match_id) references match on delete cascade
);

create index judgement_screening on judgement (account_id, screening_id, state);
create index judgement_match on judgement (account_id, match_id);
create index judgement_judged_match on judgement (account_id, judged_match_id);

-- Applications whose CVs are read in one call, the most useful first.
create table model_pack (
  account_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  position integer not null,
  reading integer not null,
  application_ids uuid[] not null,
  failures integer not null default 0,
  -- Whether the usual form of the question was of no use.
  stricter boolean not null default false,
  primary key (account_id, id),
  foreign key (account_id, screening_id) references screening on delete cascade
);

create index model_pack_screening on model_pack (account_id, screening_id, position);

-- What a screening says for itself about language models.
create table model_plan (
  account_id uuid not null,
  screening_id uuid not null,
  cascade text check (cascade in ('OFF', 'BAND', 'ALL')),
  budget bigint,
  primary key (account_id, screening_id),
  foreign key (account_id, screening_id) references screening on delete cascade
);

-- Why the program paused a screening; a person's pause has no reason.
alter table screening add column halted text;

-- Answers hold words of CVs and go with them.
alter table model_answer
  add column screening_id uuid,
  add column application_ids uuid[] not null default '{}';
create index model_answer_screening on model_answer (account_id, screening_id);
create index model_answer_applications on model_answer using gin (application_ids);
create index model_call_applications on model_call using gin (application_ids);

alter table judgement enable row level security, force row level security;
create policy fence on judgement
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table model_pack enable row level security, force row level security;
create policy fence on model_pack
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table model_plan enable row level security, force row level security;
create policy fence on model_plan
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
