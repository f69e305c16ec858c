-- Residents without accounts: a report being written, a tracking page opened by code, and the tries at codes. No entry protects these rows.
create table report_draft (
  key blob primary key,
  body text not null,
  place text,
  spot text,
  same_as integer,
  photos text not null,
  receipt text,
  at text not null
) strict;
create index report_draft_at on report_draft (at);
create table track_session (
  key blob primary key,
  matter integer not null,
  ends_at text not null
) strict;
create index track_session_ends on track_session (ends_at);
create table track_guard (
  name blob primary key,
  tries integer not null,
  locked_until_at text,
  last_at text not null
) strict;
create index track_guard_last on track_guard (last_at);
create index matter_place_open on matter (place, number) where state <> 'closed';
