-- What a person is still to be told, by which way and how often it was tried. A work list made from facts; no entry protects it.
create table notice (
  key text primary key,
  matter integer not null,
  about text not null,
  code text not null,
  cause integer not null,
  way text not null,
  message text not null,
  made_at text not null,
  next_at text not null,
  worded_at text,
  staged_at text,
  tries integer not null,
  claimed_by text,
  claimed_at text,
  ended_at text,
  told_at text
) strict;
create index notice_matter on notice (matter);
create index notice_message on notice (message);
create index notice_waiting on notice (way, next_at) where ended_at is null;
