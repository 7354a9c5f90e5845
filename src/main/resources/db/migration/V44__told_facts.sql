-- What a model told of a CV that the local reader did not find or was not sure of.
alter table judgement add column facts json not null default '[]';
