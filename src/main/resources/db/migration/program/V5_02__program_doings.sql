-- Heat and quiet minutes that somebody had, told by the modules that keep them, so that the plan can tick them off. Outside any episode:
-- who has quiet minutes before the first answers has had them all the same.
create table program.doing (
    id uuid primary key,
    person_id uuid not null,
    item text not null check (item in ('heat', 'quiet')),
    at timestamptz not null,
    lasted_seconds integer not null check (lasted_seconds between 0 and 86400)
);
create index doing_person_id on program.doing (person_id, at desc);
