-- A lane's waiting and running tasks: the table db-scheduler 16 wants, with the account taken from
-- the instance id for the fair order, and the marks of tasks that were running when a node died.
-- Ids only, no row of an account: the engine works across accounts, so these have no fence.

create table task_cpu (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority integer,
  account uuid generated always as (
    case when task_instance like '%/%/%' then split_part(task_instance, '/', 1)::uuid end) stored,
  deaths integer not null default 0,
  alone boolean not null default false,
  primary key (task_name, task_instance)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);

create index task_cpu_order on task_cpu (priority desc, execution_time);
create index task_cpu_account on task_cpu (account, priority);
create index task_cpu_heartbeat on task_cpu (last_heartbeat);

create table task_sys (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority integer,
  account uuid generated always as (
    case when task_instance like '%/%/%' then split_part(task_instance, '/', 1)::uuid end) stored,
  deaths integer not null default 0,
  alone boolean not null default false,
  primary key (task_name, task_instance)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);

create index task_sys_order on task_sys (priority desc, execution_time);
create index task_sys_account on task_sys (account, priority);
create index task_sys_heartbeat on task_sys (last_heartbeat);
