-- Passkeys of officers; credential, key and name are committed texts of the entry. Beside each what a use changes, and the answers that were used.
create table passkey (
  id text primary key,
  officer text not null,
  seq integer not null,
  added_at text not null,
  synced integer not null,
  removed integer not null
) strict;
create index passkey_officer on passkey (officer);

create table passkey_use (
  passkey text primary key,
  credential blob not null unique,
  counter integer not null,
  used_at text
) strict;

create table passkey_answer (
  challenge blob primary key,
  ends_at text not null
) strict;
create index passkey_answer_ends on passkey_answer (ends_at);
