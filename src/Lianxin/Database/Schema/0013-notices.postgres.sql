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
