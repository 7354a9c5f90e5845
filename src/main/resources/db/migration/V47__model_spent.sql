-- What was spent on calls of language models, kept up by what writes the calls: a budget is looked at before each
-- call, and to add up all calls before takes longer with each.
create table model_spent (
  account_id uuid not null references account,
  screening_id uuid not null,
  month date not null, -- its first day (UTC)
  calls integer not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  -- Millionths of a dollar, with the most that calls under way can cost.
  cost bigint not null,
  unpriced integer not null,
  primary key (account_id, screening_id, month)
) with (fillfactor = 50);

create index model_spent_month on model_spent (account_id, month);

create function model_spent_added() returns trigger language plpgsql as $$
begin
  insert into model_spent as s
    (account_id, screening_id, month, calls, input_tokens, output_tokens, cost, unpriced)
  select account_id, screening_id, date_trunc('month', made_at at time zone 'UTC')::date as month,
         count(*), sum(input_tokens), sum(output_tokens), coalesce(sum(cost), 0),
         count(*) filter (where cost is null)
    from added
   group by account_id, screening_id, month
   order by account_id, screening_id, month
      on conflict (account_id, screening_id, month) do update
     set calls = s.calls + excluded.calls, input_tokens = s.input_tokens + excluded.input_tokens,
         output_tokens = s.output_tokens + excluded.output_tokens, cost = s.cost + excluded.cost,
         unpriced = s.unpriced + excluded.unpriced;
  return null;
end $$;

create function model_spent_changed() returns trigger language plpgsql as $$
begin
  insert into model_spent as s
    (account_id, screening_id, month, calls, input_tokens, output_tokens, cost, unpriced)
  select account_id, screening_id, date_trunc('month', made_at at time zone 'UTC')::date as month,
         sum(n), sum(n * input_tokens), sum(n * output_tokens), coalesce(sum(n * cost), 0),
         coalesce(sum(n) filter (where cost is null), 0)
    from (select account_id, screening_id, made_at, input_tokens, output_tokens, cost, 1 as n
            from added
           union all
          select account_id, screening_id, made_at, input_tokens, output_tokens, cost, -1
            from removed) moved
   group by account_id, screening_id, month
   order by account_id, screening_id, month
      on conflict (account_id, screening_id, month) do update
     set calls = s.calls + excluded.calls, input_tokens = s.input_tokens + excluded.input_tokens,
         output_tokens = s.output_tokens + excluded.output_tokens, cost = s.cost + excluded.cost,
         unpriced = s.unpriced + excluded.unpriced;
  return null;
end $$;

-- What is there already, past the fence.
alter table model_call no force row level security;
insert into model_spent
  (account_id, screening_id, month, calls, input_tokens, output_tokens, cost, unpriced)
select account_id, screening_id, date_trunc('month', made_at at time zone 'UTC')::date as month,
       count(*), sum(input_tokens), sum(output_tokens), coalesce(sum(cost), 0),
       count(*) filter (where cost is null)
  from model_call
 group by account_id, screening_id, month;
alter table model_call force row level security;

create trigger model_spent_added after insert on model_call
  referencing new table as added for each statement execute function model_spent_added();
create trigger model_spent_changed after update on model_call
  referencing old table as removed new table as added for each statement
  execute function model_spent_changed();
alter table model_spent enable row level security, force row level security;
create policy fence on model_spent
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
