-- The trees over both journals (1 = facts, 2 = looks): inner nodes of perfect subtrees, a signed checkpoint for each commit, the right edges in the head.
create table ledger_node (
  log integer not null,
  level integer not null,
  idx bigint not null,
  hash bytea not null,
  primary key (log, level, idx)
);
create table ledger_checkpoint (
  log integer not null,
  size bigint not null,
  signed_at timestamp with time zone not null,
  note text not null,
  primary key (log, size)
);
create index ledger_checkpoint_day on ledger_checkpoint (log, signed_at);
alter table head add column fact_frontier bytea not null default '';
alter table head add column access_frontier bytea not null default '';
