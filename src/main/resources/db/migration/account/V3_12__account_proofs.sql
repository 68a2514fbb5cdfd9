-- How people prove who they are. A person's passkeys know them by a random handle, which says nothing about them and is not
-- the id that opens a guest's record.
create table account.passkey_holder (
    person_id uuid primary key references account.account (person_id) on delete cascade,
    handle bytea not null unique check (octet_length(handle) between 16 and 64)
);

create table account.passkey (
    id uuid primary key, -- to name it on a page; the credential's own id may be a kilobyte long
    credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
    person_id uuid not null references account.passkey_holder (person_id) on delete cascade,
    public_key bytea not null,
    signature_count bigint not null,
    user_verified boolean not null,
    transports text not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    attestation bytea not null,
    client_data bytea not null,
    device text not null,
    made_at timestamptz not null,
    last_used_at timestamptz not null
);
create index passkey_person_id on account.passkey (person_id);

-- A challenge that a browser was given and has not answered yet. It is answered once, within five minutes.
create table account.ceremony (
    id uuid primary key,
    kind text not null check (kind in ('MAKE', 'USE')),
    challenge bytea not null,
    person_id uuid references account.person (id) on delete cascade,
    handle bytea,
    expires_at timestamptz not null
);
create index ceremony_expires_at on account.ceremony (expires_at);
create index ceremony_person_id on account.ceremony (person_id);

create table account.password (
    person_id uuid primary key references account.account (person_id) on delete cascade,
    hash text not null,
    set_at timestamptz not null
);

-- Eight codes on paper. SHA-256 is enough: each has 100 random bits.
create table account.recovery_code (
    hash bytea primary key check (octet_length(hash) = 32),
    person_id uuid not null references account.account (person_id) on delete cascade,
    made_at timestamptz not null,
    used_at timestamptz
);
create index recovery_code_person_id on account.recovery_code (person_id);
