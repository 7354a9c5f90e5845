#!/bin/sh
# The program's role: it owns its database, and may not pass the fence between accounts.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" -U postgres <<'SQL'
create role shortlist login nosuperuser nobypassrls password :'password';
create database shortlist owner shortlist;
SQL
