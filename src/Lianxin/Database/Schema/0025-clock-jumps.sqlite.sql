-- Jumps of a node's clock: recorded, and followed only when an administrator says so.
create table clock_jump (
  id text primary key,
  node text not null,
  at text not null,
  off_ms integer not null,
  followed_at text,
  ended_at text
) strict;
create index clock_jump_at on clock_jump (at);
