-- Files of the watched folder that were taken in and are still there. Names and content are hashes.
create table watched_file (
  account_id uuid not null,
  key text not null,
  content text not null,
  screening_id uuid not null,
  taken_at timestamptz not null,
  primary key (account_id, key, content),
  foreign key (account_id, screening_id) references screening on delete cascade
);

create index watched_file_screening on watched_file (account_id, screening_id);

alter table watched_file enable row level security, force row level security;
create policy fence on watched_file
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
