-- Lists a town may tune, as effective-dated rows.
create table setting_item (
  seq bigint primary key,
  list text not null,
  code text not null,
  from_on date not null,
  removed boolean not null,
  from_profile boolean not null
);
create index setting_item_code on setting_item (list, code, from_on);
