-- The rights of a person over the own data: requests to erase, consent taken back, and pages opened by the phone on record (PIPL 44-47).
alter table matter add column erasure text;
alter table matter add column erased_at text;
alter table matter add column contact_withdrawn_at text;
create index matter_kept on matter (closed_at, number) where closed_at is not null and erased_at is null;

create table erasure_request (
    id text not null primary key,
    matter integer not null,
    scope text not null,
    ground text not null,
    origin text not null,
    asked_at text not null,
    asked_by text,
    first text,
    first_at text,
    first_as text,
    second text,
    second_at text,
    refused_by text,
    refused_at text,
    done_at text
) strict;
create index erasure_request_matter on erasure_request (matter, id);
create index erasure_request_waiting on erasure_request (id) where second_at is null and refused_at is null;
create index erasure_request_approved on erasure_request (id) where second_at is not null and done_at is null;
create index erasure_request_done on erasure_request (done_at) where done_at is not null;

create table rights_session (
    key blob not null primary key,
    matter integer not null,
    ends_at text not null
) strict;
create index rights_session_ends on rights_session (ends_at);
