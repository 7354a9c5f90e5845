-- The screening a task belongs to, so that the waiting tasks of one are removed in one statement, and
-- its weight among the tasks of its account.
alter table task_cpu
  add column batch uuid generated always as (
    case when task_instance like '%/%/%' then split_part(task_instance, '/', 2)::uuid end) stored,
  add column weight smallint not null default 2;

create index task_cpu_batch on task_cpu (batch);

alter table task_sys
  add column batch uuid generated always as (
    case when task_instance like '%/%/%' then split_part(task_instance, '/', 2)::uuid end) stored,
  add column weight smallint not null default 2;

create index task_sys_batch on task_sys (batch);

-- Calls to language models wait on others, not on a core.
create table task_llm (like task_cpu including defaults including generated including indexes)
  with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);

alter table screening
  add column priority text not null default 'NORMAL'
    check (priority in ('LOW', 'NORMAL', 'HIGH'));

-- Which time it goes through: the result of an earlier time is not written any more.
alter table application add column round integer not null default 0;
