-- Passkeys of officers; credential, key and name are committed texts of the entry. Beside each what a use changes, and the answers that were used.
create table passkey (
  id uuid primary key,
  officer uuid not null,
  seq bigint not null,
  added_at timestamp with time zone not null,
  synced boolean not null,
  removed boolean not null
);
create index passkey_officer on passkey (officer);

create table passkey_use (
  passkey uuid primary key,
  credential bytea not null unique,
  counter bigint not null,
  used_at timestamp with time zone
);

create table passkey_answer (
  challenge bytea primary key,
  ends_at timestamp with time zone not null
);
create index passkey_answer_ends on passkey_answer (ends_at);
