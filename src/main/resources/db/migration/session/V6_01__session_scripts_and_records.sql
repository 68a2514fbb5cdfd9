-- A script is what we asked of a person, a record what they say happened; both are kept as they were sent.
create schema session;

create table session.script (
    id uuid primary key,
    person_id uuid not null,
    made_at timestamptz not null,
    revision text not null,
    body jsonb not null
);
create index script_person_id on session.script (person_id, made_at desc);

create table session.record (
    id uuid primary key,
    person_id uuid not null,
    script_id uuid not null,
    received_at timestamptz not null,
    started_at timestamptz not null,
    skew_seconds integer,
    stale boolean not null,
    forbidden text[] not null,
    body jsonb not null
);
create index record_person_id on session.record (person_id, started_at desc);
create index record_script_id on session.record (script_id);
