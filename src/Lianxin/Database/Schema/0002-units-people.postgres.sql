-- Places, units and people, each with what holds from a day on; sessions, tries and links that no entry protects.
create table place (
  code text primary key,
  level text not null,
  founded_on date not null,
  version integer not null
);

create table place_name (
  seq bigint primary key,
  place text not null,
  from_on date not null,
  parent text,
  name_seq bigint not null
);
create index place_name_place on place_name (place, from_on);

create table place_alias (
  seq bigint primary key,
  place text not null
);

create table unit (
  id uuid primary key,
  code text not null unique,
  kind text not null,
  founded_on date not null,
  closed_on date,
  closed_seq bigint,
  predecessor uuid,
  successor uuid,
  contact_seq bigint,
  seq bigint not null,
  version integer not null
);

create table unit_name (
  seq bigint primary key,
  unit uuid not null,
  from_on date not null,
  parent uuid,
  place text,
  name_seq bigint not null
);
create index unit_name_unit on unit_name (unit, from_on);

create table unit_topic (
  seq bigint not null,
  topic text not null,
  unit uuid not null,
  from_on date not null,
  answers boolean not null,
  primary key (seq, topic)
);
create index unit_topic_unit on unit_topic (unit);

create table officer (
  id uuid primary key,
  code text not null unique,
  name_seq bigint not null,
  deactivated_on date,
  password_seq bigint,
  totp_seq bigint,
  seq bigint not null,
  version integer not null
);

create table officer_post (
  seq bigint primary key,
  officer uuid not null,
  from_on date not null,
  unit uuid,
  roles text not null
);
create index officer_post_officer on officer_post (officer, from_on);

create table officer_leave (
  seq bigint primary key,
  officer uuid not null,
  successor uuid not null,
  from_on date not null,
  back_on date
);
create index officer_leave_officer on officer_leave (officer);

create table triage_officer (
  seq bigint primary key,
  unit uuid not null,
  officer uuid not null,
  from_on date not null
);

create table staff_session (
  id uuid primary key,
  token bytea not null unique,
  officer uuid not null,
  step text not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  agent text not null
);
create index staff_session_officer on staff_session (officer);
create index staff_session_ends on staff_session (ends_at);

create table sign_in_guard (
  name bytea primary key,
  tries integer not null,
  locked_until_at timestamp with time zone,
  last_at timestamp with time zone not null
);
create index sign_in_guard_last on sign_in_guard (last_at);

create table totp_use (
  officer uuid primary key,
  step bigint not null
);

create table one_time_link (
  token bytea primary key,
  officer uuid not null,
  kind text not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index one_time_link_officer on one_time_link (officer);
