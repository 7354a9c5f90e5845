-- An index that begins with the account alone is as good as any in the eyes of a planner that knows
-- little of a young table: it then reads all judgements of an account for each application. So only
-- the primary key, by account and application, begins so.
drop index judgement_screening;
drop index judgement_match;
drop index judgement_judged_match;
create index judgement_screening on judgement (screening_id, state, account_id);
create index judgement_match on judgement (match_id, account_id);
create index judgement_judged_match on judgement (judged_match_id, account_id);
