-- Lists a town may tune, as effective-dated rows.
create table setting_item (
  seq integer primary key,
  list text not null,
  code text not null,
  from_on text not null,
  removed integer not null,
  from_profile integer not null
) strict;
create index setting_item_code on setting_item (list, code, from_on);
