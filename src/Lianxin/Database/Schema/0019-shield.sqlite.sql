-- The shield: whom a matter complains about, and what is sealed. Who stands here, and their line, does not see the matter.
alter table matter add column respondent_unit text;
alter table matter add column respondent_officer text;
alter table matter add column sealed integer not null default 0;

create table matter_respondent (
    id text not null primary key,
    matter integer not null,
    unit text not null,
    officer text,
    named_at text not null,
    asked_at text,
    asked_by text,
    lifted_at text
) strict;
create index matter_respondent_matter on matter_respondent (matter);
