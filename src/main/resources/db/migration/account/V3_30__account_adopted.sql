-- A guest whose record went into an account: who they were, so that the log of that time is found again.
create table account.adopted (
    former_id uuid primary key,
    person_id uuid not null references account.person (id) on delete cascade,
    at timestamptz not null
);
create index adopted_person_id on account.adopted (person_id);
