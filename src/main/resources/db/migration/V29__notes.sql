-- What persons wrote about an application, for each other. Never part of a score.
create table note (
  account_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  words text not null,
  written_by text not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, application_id) references application on delete cascade
);

create index note_application on note (account_id, application_id, id);

alter table note enable row level security, force row level security;
create policy fence on note
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
