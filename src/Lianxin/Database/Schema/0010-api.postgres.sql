-- Keys of programs. Name and hash of the secret are wordings of the entry that issued the key.
create table api_key (
  id uuid primary key,
  seq bigint not null,
  unit uuid not null,
  scopes text not null,
  per_minute integer not null,
  last_on date not null,
  issued_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
create index api_key_unit on api_key (unit);

-- What a program was answered, sealed, so that a request sent twice is one matter. No entry protects these rows.
create table api_answer (
  request bytea primary key,
  body bytea not null,
  sealed text not null,
  at timestamp with time zone not null
);
create index api_answer_at on api_answer (at);
