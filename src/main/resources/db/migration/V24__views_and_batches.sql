-- What was decided together, to be undone together.
alter table decision add column batch uuid;
create index decision_batch on decision (account_id, batch) where batch is not null;

-- A person looked at a CV in the review tray and leaves it at that.
alter table application add column looked_at timestamptz, add column looked_by text;

-- Filters of rankings a person keeps under a name.
create table saved_view (
  account_id uuid not null references account,
  id uuid not null,
  owner text not null, -- as in the audit log: user/ID
  screening_id uuid, -- absent for a view of every screening
  name text not null,
  query text not null, -- of the address
  created_at timestamptz not null,
  primary key (account_id, id),
  unique nulls not distinct (account_id, owner, screening_id, name),
  foreign key (account_id, screening_id) references screening on delete cascade
);

alter table saved_view enable row level security, force row level security;
create policy fence on saved_view
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
