-- Links that a person makes: to show the plan of one episode to somebody, and to have it on a second device. Only hashes are
-- kept: whoever reads these tables can use none of them.
create table account.shared_plan (
    id uuid primary key,
    person_id uuid not null references account.person (id) on delete cascade,
    episode_id uuid not null,
    hash bytea not null unique check (octet_length(hash) = 32),
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    revoked_at timestamptz
);
create index shared_plan_person_id on account.shared_plan (person_id);

create table account.device_link (
    hash bytea primary key check (octet_length(hash) = 32),
    person_id uuid not null references account.person (id) on delete cascade,
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    used_at timestamptz
);
create index device_link_person_id on account.device_link (person_id);
