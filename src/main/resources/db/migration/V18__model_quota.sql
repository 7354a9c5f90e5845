-- What was used of a provider's limits, one row for each key and model; accounts share them.
create table model_quota (
  name text primary key,
  state jsonb not null
);
