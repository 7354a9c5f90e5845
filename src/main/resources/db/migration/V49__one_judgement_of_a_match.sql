-- A correction could leave two judgements that name one judged match, the one from before it and the one after, so the
-- application stood in the ranking twice. The later one holds.
alter table judgement no force row level security;
delete from judgement earlier
 using judgement later
 where later.account_id = earlier.account_id and later.judged_match_id = earlier.judged_match_id
   and (earlier.created_at, earlier.match_id) < (later.created_at, later.match_id);
alter table judgement force row level security;

drop index judgement_judged_match;
create unique index judgement_judged_match on judgement (judged_match_id, account_id);
