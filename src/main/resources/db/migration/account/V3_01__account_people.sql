-- Guests exist before accounts do: an unguessable id and the day they were last here, nothing else about them.
create schema account;

create table account.person (
    id uuid primary key,
    created_at timestamptz not null,
    last_seen_on date not null
);
create index person_last_seen_on on account.person (last_seen_on);

-- One random key signs all guest cookies; it lives here so that restarts and several nodes agree on it.
create table account.signing_key (
    id smallint primary key check (id = 1),
    key bytea not null check (octet_length(key) = 32)
);
