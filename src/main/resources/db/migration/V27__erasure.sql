-- Files whose bytes are being kept and which no row names yet: while they are, nobody removes them.
create table arriving (
  hash text primary key,
  open integer not null,
  claimed_at timestamptz not null
);

-- How long a screening is kept after it ended; null for what the account, or the program, is set to.
-- The same in all revisions of a job description.
alter table account add column kept_days integer check (kept_days > 0);
alter table job_description add column kept_days integer check (kept_days > 0);

-- What is left of an account that was erased: this row without its name, and its audit log.
alter table account add column erased_at timestamptz;
