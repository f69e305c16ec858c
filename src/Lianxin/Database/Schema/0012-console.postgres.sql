-- What staff forms keep: sealed drafts of an officer, among them what an ended session would have lost. No entry protects these rows.
create table kept_form (
  officer uuid not null,
  path text not null,
  sealed text not null,
  by_hand boolean not null,
  at timestamp with time zone not null,
  primary key (officer, path)
);
create index kept_form_at on kept_form (at);

-- What stands in a unit's way, and when it goes up (WQ-32).
alter table matter add column block uuid;
create table matter_block (
  id uuid primary key,
  matter bigint not null,
  reason text not null,
  goes_to uuid not null,
  due_on date not null,
  blocked_at timestamp with time zone not null,
  escalated_at timestamp with time zone,
  ended_at timestamp with time zone
);
create index matter_block_matter on matter_block (matter);
create index matter_block_due on matter_block (due_on) where escalated_at is null and ended_at is null;
create index matter_block_open on matter_block (goes_to) where ended_at is null;

-- What a unit had not sorted when a working day ended (WQ-38).
create table triage_rest (
  id uuid primary key,
  unit uuid not null,
  on_day date not null,
  waiting integer not null,
  head uuid not null,
  at timestamp with time zone not null
);
create index triage_rest_unit on triage_rest (unit, on_day);
create index triage_rest_day on triage_rest (on_day);

-- Called-in units past their own day (ED-39).
create index matter_co_handler_due on matter_co_handler (due_on) where answered_at is null;

-- Related matters of one place and category; nothing is added while neither is known, which is at intake from the web.
create index matter_alike on matter (place, category, number) where place is not null and category is not null;
