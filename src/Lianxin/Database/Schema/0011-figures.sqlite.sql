-- When a unit first took the matter on, and why it was refused: figures count by both.
alter table matter add column accepted_at text;
alter table matter add column refusal text;

-- What a superior handed down: the day it must be answered by, and when it was reported back (WQ-45).
alter table matter add column superior_due_on text;
alter table matter add column reported_back_at text;

-- From which entry on the figures are counted by which version of their definitions.
create table figure_definition (
  seq integer primary key,
  version integer not null
) strict;

-- What figures of a finished cut-off were counted from, kept so that nobody counts twice. No entry protects these rows; they can be thrown away.
create table kept_sheet (
  id text primary key,
  as_of text not null,
  size integer not null,
  definitions integer not null,
  form integer not null,
  made_at text not null,
  parts integer not null
) strict;
create unique index kept_sheet_question on kept_sheet (as_of, size, definitions, form);
create table kept_sheet_part (
  sheet text not null,
  part integer not null,
  bytes blob not null,
  primary key (sheet, part)
) strict;
