-- How often the person was reminded of missing papers while a limit ran (AMB-06).
alter table matter_deadline add column reminded integer not null default 0;
