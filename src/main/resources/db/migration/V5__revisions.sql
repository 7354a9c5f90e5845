-- A change makes a new row: what a score was made with stays as it was.
alter table job_description
  add column revision integer not null default 1,
  add column weights json not null default
    '{"technicalSkills": 40, "experience": 30, "education": 15, "softSkills": 15, "culture": 0}',
  drop constraint job_description_account_id_number_key,
  drop constraint job_description_reference,
  add unique (account_id, number, revision),
  add constraint job_description_reference unique (account_id, reference, revision);

alter table job_description alter column revision drop default, alter column weights drop default;
