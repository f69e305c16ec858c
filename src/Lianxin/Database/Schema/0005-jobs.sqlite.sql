-- Who runs which job: one row a job, protected by no entry.
create table job_lease (
  name text primary key,
  due_at text not null,
  done integer not null,
  holder text,
  until_at text not null,
  started_at text,
  ended_at text,
  changed integer not null,
  failures integer not null,
  error_code text,
  error_at text
) strict;
