-- What an account's mails to candidates say, and who they are from.
create table letterhead (
  account_id uuid primary key references account,
  organisation text not null,
  contact text not null
);

alter table letterhead enable row level security, force row level security;
create policy fence on letterhead
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);

create table mail_template (
  account_id uuid not null references account,
  kind text not null,
  language text not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  primary key (account_id, kind, language)
);

alter table mail_template enable row level security, force row level security;
create policy fence on mail_template
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
