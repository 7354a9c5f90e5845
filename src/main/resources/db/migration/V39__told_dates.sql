-- Dates of posts that a model told where the local reader found none.
alter table judgement add column dates json not null default '[]';
