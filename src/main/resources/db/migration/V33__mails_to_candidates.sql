-- Whom a mail is to, who wrote it in whose name, and how long it has been tried.
alter table email
  add column application_id uuid,
  add column from_name text not null default '',
  add column reply_to text,
  add column created_by text not null default '',
  add column tried_since timestamptz,
  add foreign key (account_id, application_id) references application on delete cascade;

create index email_application on email (account_id, application_id) where application_id is not null;
create index email_state on email (account_id, state, id);
