-- What of a screening changed since somebody looked.
create index application_changed on application (account_id, screening_id, change);

-- First and last of what a screening has waiting.
drop index task_cpu_batch;
create index task_cpu_batch on task_cpu (batch, priority);
drop index task_llm_batch_idx;
create index task_llm_batch on task_llm (batch, priority);
