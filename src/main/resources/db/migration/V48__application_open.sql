-- Nobody asks for all of an account that wait, but of a young table a planner took this index for each that was to
-- be found by its id, and read them all.
drop index application_open;
