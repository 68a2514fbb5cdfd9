-- Who is asked to join, as what, by whom. Only the hash of the link is kept: whoever reads this table can use none of them.
create table account.invitation (
    id uuid primary key,
    roles text[] not null check (cardinality(roles) > 0),
    invited_by uuid, -- empty: the first owner, whom the program itself invites
    email text check (length(email) between 3 and 254 and email = lower(email)),
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    accepted_at timestamptz,
    accepted_by uuid,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    check ((accepted_at is null) = (accepted_by is null)),
    check (accepted_at is null or withdrawn_at is null)
);

-- A link that was shown to the one who invites, and another one that was mailed, lead to the same invitation.
create table account.invitation_link (
    hash bytea primary key check (octet_length(hash) = 32),
    invitation_id uuid not null references account.invitation (id) on delete cascade
);
