-- Who runs which job: one row a job, protected by no entry.
create table job_lease (
  name text primary key,
  due_at timestamp with time zone not null,
  done boolean not null,
  holder uuid,
  until_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  changed integer not null,
  failures integer not null,
  error_code text,
  error_at timestamp with time zone
);
