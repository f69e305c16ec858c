-- The slip of a matter just taken down at a desk, sealed, so that a form sent twice is one matter. No entry protects these rows.
create table intake_slip (
  form uuid primary key,
  matter bigint not null,
  officer uuid not null,
  sealed text not null,
  at timestamp with time zone not null
);
create index intake_slip_at on intake_slip (at);
create index intake_slip_matter on intake_slip (matter);
