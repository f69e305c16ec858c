-- Places, units and people, each with what holds from a day on; sessions, tries and links that no entry protects.
create table place (
  code text primary key,
  level text not null,
  founded_on text not null,
  version integer not null
) strict;

create table place_name (
  seq integer primary key,
  place text not null,
  from_on text not null,
  parent text,
  name_seq integer not null
) strict;
create index place_name_place on place_name (place, from_on);

create table place_alias (
  seq integer primary key,
  place text not null
) strict;

create table unit (
  id text primary key,
  code text not null unique,
  kind text not null,
  founded_on text not null,
  closed_on text,
  closed_seq integer,
  predecessor text,
  successor text,
  contact_seq integer,
  seq integer not null,
  version integer not null
) strict;

create table unit_name (
  seq integer primary key,
  unit text not null,
  from_on text not null,
  parent text,
  place text,
  name_seq integer not null
) strict;
create index unit_name_unit on unit_name (unit, from_on);

create table unit_topic (
  seq integer not null,
  topic text not null,
  unit text not null,
  from_on text not null,
  answers integer not null,
  primary key (seq, topic)
) strict;
create index unit_topic_unit on unit_topic (unit);

create table officer (
  id text primary key,
  code text not null unique,
  name_seq integer not null,
  deactivated_on text,
  password_seq integer,
  totp_seq integer,
  seq integer not null,
  version integer not null
) strict;

create table officer_post (
  seq integer primary key,
  officer text not null,
  from_on text not null,
  unit text,
  roles text not null
) strict;
create index officer_post_officer on officer_post (officer, from_on);

create table officer_leave (
  seq integer primary key,
  officer text not null,
  successor text not null,
  from_on text not null,
  back_on text
) strict;
create index officer_leave_officer on officer_leave (officer);

create table triage_officer (
  seq integer primary key,
  unit text not null,
  officer text not null,
  from_on text not null
) strict;

create table staff_session (
  id text primary key,
  token blob not null unique,
  officer text not null,
  step text not null,
  opened_at text not null,
  seen_at text not null,
  ends_at text not null,
  agent text not null
) strict;
create index staff_session_officer on staff_session (officer);
create index staff_session_ends on staff_session (ends_at);

create table sign_in_guard (
  name blob primary key,
  tries integer not null,
  locked_until_at text,
  last_at text not null
) strict;
create index sign_in_guard_last on sign_in_guard (last_at);

create table totp_use (
  officer text primary key,
  step integer not null
) strict;

create table one_time_link (
  token blob primary key,
  officer text not null,
  kind text not null,
  ends_at text not null,
  used_at text
) strict;
create index one_time_link_officer on one_time_link (officer);
