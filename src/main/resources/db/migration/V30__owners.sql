-- Who made a screening and is told when it is done; null for programs, and where nobody signs in.
alter table screening add column owner_id uuid;
