-- What a caller wants to find on a screening again, by name: never part of a score.
alter table screening add labels jsonb not null default '{}';

-- The one screening of a job description that takes applications as they come, one at a time.
alter table screening add standing boolean not null default false;
create unique index screening_standing on screening (account_id, job_description_id) where standing;
