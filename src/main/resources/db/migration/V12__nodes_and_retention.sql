-- Who is at work on this database. That a name is in use is a lock, not this row.
create table node (
  name text primary key,
  roles text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- Which applications need a file, over all screenings.
create index application_document on application (account_id, document_hash);
