-- What a person is still to be told, by which way and how often it was tried. A work list made from facts; no entry protects it.
create table notice (
  key text primary key,
  matter bigint not null,
  about text not null,
  code text not null,
  cause bigint not null,
  way text not null,
  message uuid not null,
  made_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  worded_at timestamp with time zone,
  staged_at timestamp with time zone,
  tries integer not null,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  ended_at timestamp with time zone,
  told_at timestamp with time zone
);
create index notice_matter on notice (matter);
create index notice_message on notice (message);
create index notice_waiting on notice (way, next_at) where ended_at is null;

-- A notice of papers that could have been asked for at first is a fault (INV-09); the supervisor's board lists them.
alter table matter add column faults integer not null default 0;
create index matter_faults on matter (number) where faults > 0;

-- What the person said, handed to the competent office with an answer that points there (LZ-24).
create table matter_hand_on (
  id uuid primary key,
  matter bigint not null,
  unit uuid not null,
  answer_seq bigint not null,
  given_at timestamp with time zone not null,
  accepted_at timestamp with time zone
);
create index matter_hand_on_matter on matter_hand_on (matter);
create index matter_hand_on_waiting on matter_hand_on (unit, given_at) where accepted_at is null;
