-- One row for each course of heat. That two courses of a person never overlap, nor the hour of rest after one, is the database's to keep.
create extension if not exists btree_gist;
create schema heat;

create table heat.course (
    id uuid primary key,
    person_id uuid not null,
    way text not null check (way in ('pack', 'shower', 'bath')),
    minutes smallint not null check (minutes in (15, 20)),
    answers jsonb not null,
    received_at timestamptz not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    how text check (how in ('time', 'stopped', 'too-hot')),
    skin text check (skin in ('fine', 'red')),
    rests_until timestamptz not null,
    flags text[] not null,
    late boolean not null,
    check ((ended_at is null) = (how is null)),
    check (rests_until > started_at),
    -- A fact that came late is never refused, so only courses that asked first are held to the rest.
    constraint course_rests exclude using gist (person_id with =, tstzrange(started_at, rests_until) with &&) where (not late)
);
create index course_person_id on heat.course (person_id, started_at desc);
