-- The journal, the vault and the matters.
create table head (
  id integer primary key check (id = 1),
  fact_size integer not null,
  access_size integer not null,
  last_at text not null,
  number_year integer not null,
  number_last integer not null,
  settings_epoch integer not null
) strict;
insert into head values (1, 0, 0, '1970-01-01 00:00:00', 0, 0, 0);

create table fact_entry (
  seq integer primary key,
  matter integer,
  cn integer not null,
  bytes blob not null,
  leaf blob not null
) strict;
create unique index fact_entry_chain on fact_entry (matter, cn) where matter is not null;

create table access_entry (
  seq integer primary key,
  matter integer,
  cn integer not null,
  bytes blob not null,
  leaf blob not null
) strict;
create unique index access_entry_chain on access_entry (matter, cn) where matter is not null;

create table wording (
  seq integer not null,
  path text not null,
  matter integer,
  value text,
  salt blob,
  primary key (seq, path)
) strict;
create index wording_matter on wording (matter) where matter is not null;

create table matter_key (
  matter integer primary key,
  key_id text not null,
  wrapped blob not null
) strict;

create table sealed_value (
  seq integer not null,
  path text not null,
  matter integer not null,
  algorithm text not null,
  ciphertext blob not null,
  primary key (seq, path)
) strict;
create index sealed_value_matter on sealed_value (matter);

create table contact_index (
  hash blob not null,
  matter integer not null,
  primary key (hash, matter)
) strict;

create table stored_file (
  seq integer not null,
  path text not null,
  matter integer not null,
  name text not null unique,
  media_type text not null,
  size integer not null,
  sha256 blob not null,
  salt blob,
  key_id text not null,
  wrapped blob,
  primary key (seq, path)
) strict;
create index stored_file_matter on stored_file (matter);

create table key_check (
  key_id text primary key,
  value blob not null
) strict;

create table matter (
  number integer primary key,
  version integer not null,
  form text not null,
  state text not null,
  kind text,
  outcome text,
  verdict text,
  channel text not null,
  category text,
  place text,
  urgent integer not null,
  unit text not null,
  officer text not null,
  offered_to text,
  offered_at text,
  title_seq integer not null,
  body_seq integer not null,
  received_at text not null,
  arrived_at text not null,
  due_on text,
  deadline text,
  told_at text,
  paused integer not null,
  shelved integer not null,
  backlog integer not null,
  contacted_at text,
  answered_at text,
  answer_seq integer,
  delivered_at text,
  closed_at text,
  master integer,
  returns integer not null,
  reopenings integer not null,
  extended integer not null,
  check_due_on text,
  rating integer,
  rated_at text,
  heads integer not null,
  language text not null,
  on_behalf integer not null,
  reachable integer not null,
  last_at text not null,
  reception text,
  interpreter text,
  reply_by text,
  postmarked_on text,
  opened_on text,
  untold_since text
) strict;

create table tracking_key (
  matter integer primary key,
  link blob not null unique,
  code blob not null
) strict;

create table matter_deadline (
  id text primary key,
  matter integer not null,
  clock text not null,
  rule_version integer not null,
  calendar integer not null,
  started_on text not null,
  days integer not null,
  due_on text not null,
  provisional integer not null,
  met_at text,
  replaced_at text,
  former_due_on text,
  extended_from text,
  extra_days integer not null
) strict;
create index matter_deadline_matter on matter_deadline (matter);

create table matter_pause (
  id text primary key,
  matter integer not null,
  deadline text not null,
  from_on text not null,
  "left" integer not null,
  late integer not null,
  until_on text
) strict;
create index matter_pause_matter on matter_pause (matter);

create table matter_return (
  id text primary key,
  matter integer not null,
  unit text not null,
  reason text not null,
  at text not null
) strict;
create unique index matter_return_once on matter_return (matter, unit);

create table matter_co_handler (
  id text primary key,
  matter integer not null,
  unit text not null,
  due_on text not null,
  asked_at text not null,
  ask_seq integer not null,
  answered_at text,
  answer_seq integer
) strict;
create index matter_co_handler_matter on matter_co_handler (matter);
create index matter_co_handler_open on matter_co_handler (unit, due_on) where answered_at is null;

create table matter_question (
  id text primary key,
  matter integer not null,
  seq integer not null,
  asked_at text not null,
  reply_seq integer,
  replied_at text
) strict;
create index matter_question_matter on matter_question (matter);

create table matter_attempt (
  id text primary key,
  matter integer not null,
  way text not null,
  about text not null,
  at text not null
) strict;
create index matter_attempt_matter on matter_attempt (matter);

create table matter_promise (
  id text primary key,
  matter integer not null,
  due_on text not null,
  seq integer not null
) strict;
create index matter_promise_matter on matter_promise (matter);
create index matter_master on matter (master) where master is not null;
create index matter_due on matter (due_on, number) where state not in ('answered', 'closed');
create index matter_unit_due on matter (unit, due_on, number) where state <> 'closed';
create index matter_officer_due on matter (officer, due_on, number) where state <> 'closed';
create index matter_offered on matter (offered_to, due_on, number) where offered_to is not null;
create index matter_registered on matter (unit, received_at, number) where state = 'registered';
create index matter_untold on matter (untold_since, number) where untold_since is not null;
create index matter_check on matter (check_due_on, number) where check_due_on is not null;
create index matter_reception on matter (reception) where reception is not null;
create index matter_closed_undelivered on matter (number) where state = 'closed' and delivered_at is null;
create index matter_closed_without_word on matter (number) where state = 'closed' and verdict is null;
create index matter_closed_without_outcome on matter (number) where state = 'closed' and outcome is null;
create index matter_answered on matter (delivered_at, number) where state = 'answered';

create virtual table matter_search using fts5 (words, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1);
