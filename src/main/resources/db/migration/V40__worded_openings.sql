-- For which revision of the job description the words of a page to apply on were written; 0 when they
-- are the job description's own and follow it.
alter table opening add column worded_for integer not null default 1;
alter table opening alter column worded_for drop default;

-- A receipt is looked for by its reference within an account; how many agreed to a version, by that.
create index arrival_consent on arrival (account_id, language, version);
