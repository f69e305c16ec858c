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

-- A notice of papers that could have been asked for at first is a fault (INV-09); the supervisor's board lists them.
alter table matter add column faults integer not null default 0;
create index matter_faults on matter (number) where faults > 0;

-- What the person said, handed to the competent office with an answer that points there (LZ-24).
create table matter_hand_on (
  id text primary key,
  matter integer not null,
  unit text not null,
  answer_seq integer not null,
  given_at text not null,
  accepted_at text
) strict;
create index matter_hand_on_matter on matter_hand_on (matter);
create index matter_hand_on_waiting on matter_hand_on (unit, given_at) where accepted_at is null;
