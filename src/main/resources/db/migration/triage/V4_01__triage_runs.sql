-- What people answered and what the rules of that day made of it: appended, never changed, so that it can be said later why
-- somebody was offered what they were offered.
create schema if not exists triage;

create table triage.run (
    id uuid primary key,
    person_id uuid not null,
    at timestamptz not null,
    age smallint check (age between 0 and 120),
    sex text check (sex in ('female', 'male', 'other')),
    began_on date,
    pain smallint check (pain between 0 and 10),
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    level text check (level in ('EMERGENCY_NOW', 'SAME_DAY', 'WITHIN_DAYS', 'CLINICIAN_ROUTINE', 'SELF_CARE')),
    cleared_for text[] not null,
    rules_revision text not null,
    -- Without an age nothing is judged and nothing is cleared.
    check ((age is null) = (level is null)),
    check (level is not null or cleared_for = '{}')
);

create index run_last_of_person on triage.run (person_id, at desc, id desc);
