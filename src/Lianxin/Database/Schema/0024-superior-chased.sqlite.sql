-- The day on which the superior is to be asked again for its word on a 上报件 (AMB-07).
alter table matter add column chase_on text;
create index matter_chase on matter (unit, chase_on, number) where chase_on is not null;
