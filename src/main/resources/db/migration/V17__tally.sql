-- How many applications of a screening are in each stage, kept up by what changes them: counting a
-- hundred thousand each time somebody looks takes too long.
--
-- Every connection writes rows of its own, so that nobody waits for anybody; their sum is the count.
-- A row holds differences: one alone may be below zero.
create table tally (
  account_id uuid not null,
  screening_id uuid not null,
  stage text not null,
  writer integer not null, -- process of the database; 0 for those that ended
  count integer not null,
  change bigint not null, -- the last one
  finished timestamptz[] not null, -- when CVs that were begun came to this stage: the last 60
  primary key (account_id, screening_id, stage, writer),
  foreign key (account_id, screening_id) references screening on delete cascade
) with (fillfactor = 50);

create function tally_add(uuid, uuid, text, bigint, bigint, timestamptz[]) returns void
  language plpgsql as $$
begin
  insert into tally as t (account_id, screening_id, stage, writer, count, change, finished)
  values ($1, $2, $3, pg_backend_pid(), $4, $5, coalesce($6[1:60], '{}'))
      on conflict (account_id, screening_id, stage, writer) do update
     set count = t.count + excluded.count, change = greatest(t.change, excluded.change),
         finished = (excluded.finished || t.finished)[1:60];
end $$;

create function tally_inserted() returns trigger language plpgsql as $$
begin
  perform tally_add(account_id, screening_id, stage, count(*), max(change),
                    array_agg(finished_at order by finished_at desc)
                      filter (where finished_at is not null and started_at is not null))
     from added
    group by account_id, screening_id, stage;
  return null;
end $$;

create function tally_updated() returns trigger language plpgsql as $$
begin
  perform tally_add(account_id, screening_id, stage, sum(n), max(change),
                    case when sum(n) > 0 then array_agg(finished_at order by finished_at desc)
                      filter (where n = 1 and finished_at is not null and started_at is not null)
                    end)
     from (select account_id, screening_id, stage, change, started_at, finished_at, 1 as n
             from added
            union all
           select account_id, screening_id, stage, change, started_at, finished_at, -1
             from removed) moved
    group by account_id, screening_id, stage
   having sum(n) <> 0
       or max(change) filter (where n = 1) > max(change) filter (where n = -1);
  return null;
end $$;

create function tally_deleted() returns trigger language plpgsql as $$
begin
  perform tally_add(account_id, screening_id, stage, -count(*), max(change), null)
     from removed
    group by account_id, screening_id, stage;
  return null;
end $$;

-- What is there already, past the fence.
alter table application no force row level security;
insert into tally (account_id, screening_id, stage, writer, count, change, finished)
select account_id, screening_id, stage, 0, count(*), max(change),
       coalesce((array_agg(finished_at order by finished_at desc)
         filter (where finished_at is not null and started_at is not null))[1:60], '{}')
  from application
 group by account_id, screening_id, stage;
alter table application force row level security;

create trigger tally_inserted after insert on application
  referencing new table as added for each statement execute function tally_inserted();
create trigger tally_updated after update on application
  referencing old table as removed new table as added for each statement
  execute function tally_updated();
create trigger tally_deleted after delete on application
  referencing old table as removed for each statement execute function tally_deleted();

alter table tally enable row level security, force row level security;
create policy fence on tally
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);

-- Files that came twice are counted, too.
create index received_duplicate on received (account_id, screening_id) where outcome = 'DUPLICATE';
