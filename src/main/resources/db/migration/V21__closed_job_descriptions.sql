-- Since when nobody may apply any longer, the same in all revisions; null while it is open.
alter table job_description add column closed_at timestamptz;
