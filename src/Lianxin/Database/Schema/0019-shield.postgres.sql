-- The shield: whom a matter complains about, and what is sealed. Who stands here, and their line, does not see the matter.
alter table matter add column respondent_unit uuid;
alter table matter add column respondent_officer uuid;
alter table matter add column sealed boolean not null default false;

create table matter_respondent (
    id uuid not null primary key,
    matter bigint not null,
    unit uuid not null,
    officer uuid,
    named_at timestamp with time zone not null,
    asked_at timestamp with time zone,
    asked_by uuid,
    lifted_at timestamp with time zone
);
create index matter_respondent_matter on matter_respondent (matter);
