-- What lists are filtered and ordered by, beside the JSON it was taken from.
alter table match
  add column culture double precision not null default 0,
  add column answers jsonb not null default '{}',
  add column flags text[] not null default '{}';

alter table reading
  add column name text,
  add column years double precision not null default 0,
  add column marks text[] not null default '{}',
  add column search text not null default '';
