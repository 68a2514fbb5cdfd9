-- A person asks somebody to look after them by a link that works once and for a week; only its hash is kept.
create table account.carer_link (
    id uuid primary key,
    person_id uuid not null references account.account (person_id) on delete cascade,
    kind text not null check (kind in ('CARER', 'GUARDIAN')),
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    made_at timestamptz not null,
    until timestamptz not null check (until > made_at),
    accepted_at timestamptz,
    accepted_by uuid,
    withdrawn_at timestamptz,
    check ((accepted_at is null) = (accepted_by is null)),
    check (accepted_at is null or withdrawn_at is null)
);
create index carer_link_of on account.carer_link (person_id);
