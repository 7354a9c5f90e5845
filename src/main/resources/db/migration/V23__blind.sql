-- What an application is called while its name is hidden: its number within the screening.
alter table application add column number integer;
alter table application no force row level security;
alter table application disable trigger user;
update application a set number = n.number
  from (select account_id, id,
               row_number() over (partition by account_id, screening_id order by id) as number
          from application) n
 where n.account_id = a.account_id and n.id = a.id;
alter table application enable trigger user;
alter table application force row level security;
alter table application alter column number set not null;
create index application_number on application (account_id, screening_id, number);

-- Whoever adds applications holds their screening, so nobody else counts meanwhile.
create function application_number() returns trigger language plpgsql as $$
begin
  new.number := (select coalesce(max(number), 0) + 1
                   from application
                  where account_id = new.account_id and screening_id = new.screening_id);
  return new;
end $$;
create trigger application_number before insert on application
  for each row when (new.number is null) execute function application_number();

-- Who showed or hid the names of a screening, or of one application in it; the last row counts, and
-- without any they are hidden. Rows are only added.
create table reveal (
  account_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  application_id uuid,
  shown boolean not null,
  revealed_by text not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, screening_id) references screening on delete cascade,
  foreign key (account_id, application_id) references application on delete cascade
);

create index reveal_screening on reveal (account_id, screening_id, application_id, id);

alter table reveal enable row level security, force row level security;
create policy fence on reveal
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
