-- Each call of a language model: what for, how it ended, and what it cost.
create table model_call (
  account_id uuid not null references account,
  id uuid not null,
  screening_id uuid not null,
  application_ids uuid[] not null,
  attempt integer not null,
  provider text not null,
  model text not null,
  -- UNDER_WAY, then how it ended.
  outcome text not null,
  input_tokens integer not null default 0,
  cached_tokens integer not null default 0,
  output_tokens integer not null default 0,
  -- Millionths of a dollar: the most it can cost while it is under way. Absent without a price.
  cost bigint,
  latency_ms bigint,
  made_at timestamptz not null,
  primary key (account_id, id)
);

create index model_call_screening on model_call (account_id, screening_id);
create index model_call_made on model_call (account_id, made_at);

-- Answers as they came, under a hash of everything that was asked.
create table model_answer (
  account_id uuid not null references account,
  key text not null,
  answer text not null,
  input_tokens integer not null,
  output_tokens integer not null,
  cached_tokens integer not null,
  made_at timestamptz not null,
  primary key (account_id, key)
);

alter table model_call enable row level security, force row level security;
create policy fence on model_call
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
alter table model_answer enable row level security, force row level security;
create policy fence on model_answer
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
