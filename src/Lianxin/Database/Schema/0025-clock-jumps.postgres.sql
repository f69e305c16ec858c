-- Jumps of a node's clock: recorded, and followed only when an administrator says so.
create table clock_jump (
  id uuid primary key,
  node text not null,
  at timestamp with time zone not null,
  off_ms bigint not null,
  followed_at timestamp with time zone,
  ended_at timestamp with time zone
);
create index clock_jump_at on clock_jump (at);
