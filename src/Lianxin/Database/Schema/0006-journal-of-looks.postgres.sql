-- The reasons of looks stand apart: their journal has a sequence of its own. What belongs to no matter is found without a scan.
create table access_wording (
  seq bigint not null,
  path text not null,
  matter bigint,
  value text,
  salt bytea,
  primary key (seq, path)
);
create index access_wording_matter on access_wording (matter) where matter is not null;
create index access_wording_global on access_wording (seq) where matter is null;
create index wording_global on wording (seq) where matter is null;
create index fact_entry_global on fact_entry (seq) where matter is null;
create index access_entry_global on access_entry (seq) where matter is null;
