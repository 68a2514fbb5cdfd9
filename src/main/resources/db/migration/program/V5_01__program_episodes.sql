-- A program is worked out anew each time; kept is only what it follows from: the episode, what happened, what was chosen.
create schema program;

create table program.episode (
    id uuid primary key,
    person_id uuid not null,
    day0 date not null,
    opened_at timestamptz not null
);
create index episode_person_id on program.episode (person_id, opened_at desc);

-- That somebody said they are better, and perhaps took it back, are rows with their times, not a flag.
create table program.closing (
    id uuid primary key,
    person_id uuid not null,
    episode_id uuid not null references program.episode (id) on delete cascade,
    at timestamptz not null,
    taken_back_at timestamptz
);
create unique index closing_in_force on program.closing (episode_id) where taken_back_at is null;
create index closing_person_id on program.closing (person_id);

-- One row a record, whatever its number of reports: the last report of a record is the whole of it.
create table program.report (
    record_id uuid primary key,
    person_id uuid not null,
    episode_id uuid not null references program.episode (id) on delete cascade,
    at timestamptz not null,
    pain_before smallint check (pain_before between 0 and 10),
    change text check (change in ('BETTER', 'SAME', 'WORSE')),
    pain_after smallint check (pain_after between 0 and 10)
);
create index report_episode_id on program.report (episode_id);
create index report_person_id on program.report (person_id);

create table program.outcome (
    record_id uuid not null references program.report (record_id) on delete cascade,
    exercise text not null,
    outcome text not null check (outcome in ('done', 'eased', 'stopped', 'skipped')),
    eased_to text,
    pain smallint check (pain between 0 and 10),
    place text,
    kind text,
    primary key (record_id, exercise),
    check ((outcome = 'eased') = (eased_to is not null)),
    check ((outcome = 'stopped') = (pain is not null and place is not null and kind is not null))
);

create table program.direction_lock (
    id uuid primary key,
    person_id uuid not null,
    episode_id uuid not null references program.episode (id) on delete cascade,
    direction text not null,
    record_id uuid not null,
    at timestamptz not null,
    unique (record_id, direction)
);
create index direction_lock_episode_id on program.direction_lock (episode_id);
create index direction_lock_person_id on program.direction_lock (person_id);

create table program.pain_note (
    id uuid primary key,
    person_id uuid not null,
    episode_id uuid not null references program.episode (id) on delete cascade,
    at timestamptz not null,
    pain smallint not null check (pain between 0 and 10),
    source text not null check (source in ('triage', 'plan'))
);
create index pain_note_episode_id on program.pain_note (episode_id);
create index pain_note_person_id on program.pain_note (person_id);

create table program.choice (
    id uuid primary key,
    person_id uuid not null,
    episode_id uuid not null references program.episode (id) on delete cascade,
    item text not null,
    choice text not null check (choice in ('SWAP', 'SHORTEN', 'REFUSE', 'RESTORE')),
    at timestamptz not null
);
create index choice_episode_id on program.choice (episode_id);
create index choice_person_id on program.choice (person_id);

-- What a clinician forbids outlives the episode.
create table program.avoidance (
    id uuid primary key,
    person_id uuid not null,
    author_id uuid not null,
    movement text,
    exercise text,
    reason text not null,
    at timestamptz not null,
    until date,
    check ((movement is null) <> (exercise is null))
);
create index avoidance_person_id on program.avoidance (person_id);
