-- Quiet minutes that somebody had, led by us or in a way of their own; the day is that of where they were, and ends at four in the morning.
create table session.quiet (
    id uuid primary key,
    person_id uuid not null,
    received_at timestamptz not null,
    started_at timestamptz not null,
    day date not null,
    kind text not null check (kind in ('breathing', 'body-scan', 'silent', 'bath', 'music', 'hobby', 'walk')),
    seconds integer not null check (seconds between 0 and 86400),
    tension_before smallint check (tension_before between 0 and 10),
    tension_after smallint check (tension_after between 0 and 10)
);
create index quiet_person_id on session.quiet (person_id, day desc);
