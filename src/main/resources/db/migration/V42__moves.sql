-- Which state a screening entered when: pauses are seen in the drawing of its course.
create table screening_move (
  account_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  state text not null,
  moved_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, screening_id) references screening on delete cascade
);
create index screening_move_of on screening_move (account_id, screening_id, moved_at);

alter table screening_move enable row level security, force row level security;
create policy fence on screening_move
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
