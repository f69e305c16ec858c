-- The rights of a person over the own data: requests to erase, consent taken back, and pages opened by the phone on record (PIPL 44-47).
alter table matter add column erasure uuid;
alter table matter add column erased_at timestamp with time zone;
alter table matter add column contact_withdrawn_at timestamp with time zone;
create index matter_kept on matter (closed_at, number) where closed_at is not null and erased_at is null;

create table erasure_request (
    id uuid not null primary key,
    matter bigint not null,
    scope text not null,
    ground text not null,
    origin text not null,
    asked_at timestamp with time zone not null,
    asked_by uuid,
    first uuid,
    first_at timestamp with time zone,
    first_as text,
    second uuid,
    second_at timestamp with time zone,
    refused_by uuid,
    refused_at timestamp with time zone,
    done_at timestamp with time zone
);
create index erasure_request_matter on erasure_request (matter, id);
create index erasure_request_waiting on erasure_request (id) where second_at is null and refused_at is null;
create index erasure_request_approved on erasure_request (id) where second_at is not null and done_at is null;
create index erasure_request_done on erasure_request (done_at) where done_at is not null;

create table rights_session (
    key bytea not null primary key,
    matter bigint not null,
    ends_at timestamp with time zone not null
);
create index rights_session_ends on rights_session (ends_at);
