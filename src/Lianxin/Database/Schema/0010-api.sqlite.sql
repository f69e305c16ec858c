-- Keys of programs. Name and hash of the secret are wordings of the entry that issued the key.
create table api_key (
  id text primary key,
  seq integer not null,
  unit text not null,
  scopes text not null,
  per_minute integer not null,
  last_on text not null,
  issued_at text not null,
  revoked_at text
) strict;
create index api_key_unit on api_key (unit);

-- What a program was answered, sealed, so that a request sent twice is one matter. No entry protects these rows.
create table api_answer (
  request blob primary key,
  body blob not null,
  sealed text not null,
  at text not null
) strict;
create index api_answer_at on api_answer (at);
