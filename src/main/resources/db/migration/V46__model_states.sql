-- What became of asking a model about the match an application has: WAITING, JUDGED or LOCAL as its judgement says,
-- UNASKED without one; absent without a match. Beside the application, as those nobody asked about are looked for
-- again and again among very many.
alter table application
  add column model_state text check (model_state in ('UNASKED', 'WAITING', 'JUDGED', 'LOCAL'));

-- What is there already, past the fence.
alter table application no force row level security;
alter table judgement no force row level security;
alter table application disable trigger user;
update application set model_state = 'UNASKED' where match_id is not null;
update application a set model_state = j.state
  from judgement j
 where j.account_id = a.account_id and j.application_id = a.id
   and a.match_id in (j.match_id, j.judged_match_id);
alter table application enable trigger user;
alter table judgement force row level security;
alter table application force row level security;

-- In the order of the ids, so that the few that are looked for are read from here whatever a planner thinks of their
-- number.
create index application_model_state on application (screening_id, account_id, model_state, id)
 where match_id is not null;

-- Another match has a judgement of its own, or none. Whoever changes a judgement writes its state here, too.
create function application_matched() returns trigger language plpgsql as $$
begin
  new.model_state := case
    when new.match_id is not null then
      coalesce((select j.state
                  from judgement j
                 where j.account_id = new.account_id and j.application_id = new.id
                   and new.match_id in (j.match_id, j.judged_match_id)
                 limit 1), 'UNASKED')
    end;
  return new;
end $$;
create trigger application_matched before update of match_id on application
  for each row
  when (new.match_id is distinct from old.match_id
        and new.model_state is not distinct from old.model_state)
  execute function application_matched();
