-- Mail that waits to be sent. No secret stands here: the token of a link is made when its letter goes out, and only its hash
-- is kept. A letter that went out is deleted.
create table account.letter (
    id uuid primary key,
    kind text not null,
    email text not null check (length(email) between 3 and 254 and email = lower(email)),
    words text[] not null,
    person_id uuid references account.account (person_id) on delete cascade,
    invitation_id uuid references account.invitation (id) on delete cascade,
    nonce_hash bytea check (octet_length(nonce_hash) = 32), -- of the cookie of the browser that asked
    next text not null check (length(next) between 1 and 500),
    wanted_at timestamptz not null,
    due_at timestamptz not null,
    tries int not null default 0
);
create index letter_due_at on account.letter (due_at);
create index letter_person_id on account.letter (person_id);

create table account.link (
    hash bytea primary key check (octet_length(hash) = 32),
    kind text not null,
    email text not null check (length(email) between 3 and 254 and email = lower(email)),
    person_id uuid references account.account (person_id) on delete cascade,
    nonce_hash bytea check (octet_length(nonce_hash) = 32),
    next text not null check (length(next) between 1 and 500),
    expires_at timestamptz not null
);
create index link_expires_at on account.link (expires_at);
create index link_person_id on account.link (person_id);
