-- What persons corrected in what was read of a CV. The reading it corrects stays.
create table correction (
  account_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  reading_id uuid not null, -- as it was read
  content json not null,
  made_by text not null,
  created_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, application_id) references application on delete cascade,
  foreign key (account_id, reading_id) references reading on delete cascade
);

create index correction_application on correction (account_id, application_id, id);
create index correction_reading on correction (account_id, reading_id);

alter table correction enable row level security, force row level security;
create policy fence on correction
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
