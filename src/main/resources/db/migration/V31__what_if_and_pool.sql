-- How far a CV shows each requirement, 0 to 1, by the requirement's id: what a ranking with other
-- weights is told from. Null in matches of before, for which the whole match tells it.
alter table match add column shares json;

-- Where the person of a CV says to live, as written; for looking people up, never part of a score.
alter table reading add column place text;
alter table reading no force row level security;
update reading set place = profile -> 'contact' -> 'location' ->> 'value';
alter table reading force row level security;
