-- Mails that came back after the mail server had taken them. Whoever has the token of a mail had the
-- mail: app.holder.
alter table email drop constraint email_state_check;
alter table email
  add constraint email_state_check
    check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'CANCELLED', 'BOUNCED')),
  add column token text unique,
  add column bounce text check (bounce in ('HARD', 'SOFT', 'DELAYED')),
  add column bounce_status text,
  add column bounced_at timestamptz;

create policy holder on email for select
  using (token = nullif(current_setting('app.holder', true), ''));

-- How far each mailbox is read.
create table bounce_box (
  place text primary key,
  validity bigint not null,
  last_uid bigint not null
);
