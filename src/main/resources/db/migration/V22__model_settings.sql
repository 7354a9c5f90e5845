-- The language model an account uses, where it is not the installation's; the key is encrypted.
create table model_settings (
  account_id uuid primary key references account,
  choice jsonb not null,
  key text,
  changed_at timestamptz not null
);

alter table model_settings enable row level security, force row level security;
create policy fence on model_settings
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
