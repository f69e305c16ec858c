-- Imported matters: which import brought them, when their answer was given where they come from, and when a backlog row was taken out.
alter table matter add column import text;
alter table matter add column replied_at text;
alter table matter add column taken_up_at text;
create index matter_import on matter (import, number) where import is not null;
create index matter_backlog on matter (number) where backlog;

-- The daily list is asked without the backlog, which may be long.
drop index matter_registered;
create index matter_registered on matter (unit, received_at, number) where state = 'registered' and not backlog;

-- What a matter is called where it comes from, as a keyed hash: a row that came once does not come again.
create table source_key (
  hash blob not null,
  matter integer not null,
  primary key (hash, matter)
) strict;
create index source_key_matter on source_key (matter);

-- One import of one file. No entry protects these rows; what they did is in the journal.
create table import_run (
  id text primary key,
  officer text,
  state text not null,
  created_at text not null,
  kind text not null,
  file text not null,
  file_key text not null,
  file_wrapped blob,
  file_size integer not null,
  header_row integer not null,
  mapping text not null,
  channel text not null,
  unit text,
  answerer text,
  day_order text,
  total integer not null,
  done integer not null,
  last_row integer not null,
  added integer not null,
  replied integer not null,
  known integer not null,
  wrong integer not null,
  no_category integer not null,
  no_place integer not null,
  ended_unanswered integer not null,
  undone integer not null,
  kept integer not null,
  began_at text,
  ended_at text,
  holder text,
  until_at text,
  stopping integer not null,
  seen integer not null,
  error_code text
) strict;
create index import_run_officer on import_run (officer, created_at);
create index import_run_state on import_run (state, created_at);
create index import_run_created on import_run (created_at);

-- What is wrong with a row of that file: fields and codes, never words of the row.
create table import_fault (
  run text not null,
  row integer not null,
  faults text not null,
  primary key (run, row)
) strict;
