-- Mails, queued, sent and not: the queue is the log.
create table email (
  account_id uuid not null references account,
  id uuid not null,
  category text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'CANCELLED')),
  attempts integer not null default 0,
  error text,
  send_after timestamptz not null,
  sent_at timestamptz,
  created_at timestamptz not null,
  primary key (account_id, id)
);

create index email_due on email (account_id, send_after) where state = 'QUEUED';

alter table email enable row level security, force row level security;
create policy fence on email
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
