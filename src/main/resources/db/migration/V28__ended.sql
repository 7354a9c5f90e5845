-- For what ended on which day, and what failed last.
create index application_ended on application (account_id, finished_at) where finished_at is not null;
create index application_error on application (account_id, finished_at desc) where error_id is not null;
