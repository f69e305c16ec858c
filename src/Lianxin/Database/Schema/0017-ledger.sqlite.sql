-- The trees over both journals (1 = facts, 2 = looks): inner nodes of perfect subtrees, a signed checkpoint for each commit, the right edges in the head.
create table ledger_node (
  log integer not null,
  level integer not null,
  idx integer not null,
  hash blob not null,
  primary key (log, level, idx)
) strict, without rowid;
create table ledger_checkpoint (
  log integer not null,
  size integer not null,
  signed_at text not null,
  note text not null,
  primary key (log, size)
) strict, without rowid;
create index ledger_checkpoint_day on ledger_checkpoint (log, signed_at);
alter table head add column fact_frontier blob not null default x'';
alter table head add column access_frontier blob not null default x'';
