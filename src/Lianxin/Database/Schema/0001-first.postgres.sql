-- The journal, the vault and the matters.
create table head (
  id integer primary key check (id = 1),
  fact_size bigint not null,
  access_size bigint not null,
  last_at timestamp with time zone not null,
  number_year integer not null,
  number_last bigint not null,
  settings_epoch bigint not null
);
insert into head values (1, 0, 0, '1970-01-01 00:00:00Z', 0, 0, 0);

create table fact_entry (
  seq bigint primary key,
  matter bigint,
  cn integer not null,
  bytes bytea not null,
  leaf bytea not null
);
create unique index fact_entry_chain on fact_entry (matter, cn) where matter is not null;

create table access_entry (
  seq bigint primary key,
  matter bigint,
  cn integer not null,
  bytes bytea not null,
  leaf bytea not null
);
create unique index access_entry_chain on access_entry (matter, cn) where matter is not null;

create table wording (
  seq bigint not null,
  path text not null,
  matter bigint,
  value text,
  salt bytea,
  primary key (seq, path)
);
create index wording_matter on wording (matter) where matter is not null;

create table matter_key (
  matter bigint primary key,
  key_id text not null,
  wrapped bytea not null
);

create table sealed_value (
  seq bigint not null,
  path text not null,
  matter bigint not null,
  algorithm text not null,
  ciphertext bytea not null,
  primary key (seq, path)
);
create index sealed_value_matter on sealed_value (matter);

create table contact_index (
  hash bytea not null,
  matter bigint not null,
  primary key (hash, matter)
);

create table stored_file (
  seq bigint not null,
  path text not null,
  matter bigint not null,
  name text not null unique,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  salt bytea,
  key_id text not null,
  wrapped bytea,
  primary key (seq, path)
);
create index stored_file_matter on stored_file (matter);

create table key_check (
  key_id text primary key,
  value bytea not null
);

create table matter (
  number bigint primary key,
  version integer not null,
  form text not null,
  state text not null,
  kind text,
  outcome text,
  verdict text,
  channel text not null,
  category text,
  place text,
  urgent boolean not null,
  unit uuid not null,
  officer uuid not null,
  offered_to uuid,
  offered_at timestamp with time zone,
  title_seq bigint not null,
  body_seq bigint not null,
  received_at timestamp with time zone not null,
  arrived_at timestamp with time zone not null,
  due_on date,
  deadline uuid,
  told_at timestamp with time zone,
  paused boolean not null,
  shelved boolean not null,
  backlog boolean not null,
  contacted_at timestamp with time zone,
  answered_at timestamp with time zone,
  answer_seq bigint,
  delivered_at timestamp with time zone,
  closed_at timestamp with time zone,
  master bigint,
  returns integer not null,
  reopenings integer not null,
  extended boolean not null,
  check_due_on date,
  rating integer,
  rated_at timestamp with time zone,
  heads integer not null,
  language text not null,
  on_behalf boolean not null,
  reachable boolean not null,
  last_at timestamp with time zone not null,
  reception uuid,
  interpreter text,
  reply_by text,
  postmarked_on date,
  opened_on date,
  untold_since timestamp with time zone
);

create table tracking_key (
  matter bigint primary key,
  link bytea not null unique,
  code bytea not null
);

create table matter_deadline (
  id uuid primary key,
  matter bigint not null,
  clock text not null,
  rule_version integer not null,
  calendar integer not null,
  started_on date not null,
  days integer not null,
  due_on date not null,
  provisional boolean not null,
  met_at timestamp with time zone,
  replaced_at timestamp with time zone,
  former_due_on date,
  extended_from date,
  extra_days integer not null
);
create index matter_deadline_matter on matter_deadline (matter);

create table matter_pause (
  id uuid primary key,
  matter bigint not null,
  deadline uuid not null,
  from_on date not null,
  "left" integer not null,
  late boolean not null,
  until_on date
);
create index matter_pause_matter on matter_pause (matter);

create table matter_return (
  id uuid primary key,
  matter bigint not null,
  unit uuid not null,
  reason text not null,
  at timestamp with time zone not null
);
create unique index matter_return_once on matter_return (matter, unit);

create table matter_co_handler (
  id uuid primary key,
  matter bigint not null,
  unit uuid not null,
  due_on date not null,
  asked_at timestamp with time zone not null,
  ask_seq bigint not null,
  answered_at timestamp with time zone,
  answer_seq bigint
);
create index matter_co_handler_matter on matter_co_handler (matter);
create index matter_co_handler_open on matter_co_handler (unit, due_on) where answered_at is null;

create table matter_question (
  id uuid primary key,
  matter bigint not null,
  seq bigint not null,
  asked_at timestamp with time zone not null,
  reply_seq bigint,
  replied_at timestamp with time zone
);
create index matter_question_matter on matter_question (matter);

create table matter_attempt (
  id uuid primary key,
  matter bigint not null,
  way text not null,
  about text not null,
  at timestamp with time zone not null
);
create index matter_attempt_matter on matter_attempt (matter);

create table matter_promise (
  id uuid primary key,
  matter bigint not null,
  due_on date not null,
  seq bigint not null
);
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

create table matter_search (matter bigint primary key, words tsvector not null);
create index matter_search_words on matter_search using gin (words);
