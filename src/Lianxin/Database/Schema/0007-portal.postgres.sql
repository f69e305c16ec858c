-- Residents without accounts: a report being written, a tracking page opened by code, and the tries at codes. No entry protects these rows.
create table report_draft (
  key bytea primary key,
  body text not null,
  place text,
  spot text,
  same_as bigint,
  photos text not null,
  receipt text,
  at timestamp with time zone not null
);
create index report_draft_at on report_draft (at);
create table track_session (
  key bytea primary key,
  matter bigint not null,
  ends_at timestamp with time zone not null
);
create index track_session_ends on track_session (ends_at);
create table track_guard (
  name bytea primary key,
  tries integer not null,
  locked_until_at timestamp with time zone,
  last_at timestamp with time zone not null
);
create index track_guard_last on track_guard (last_at);
create index matter_place_open on matter (place, number) where state <> 'closed';
