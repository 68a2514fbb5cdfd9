-- A person who signs in. Their record stays where it was while they were a guest: only this row is new, and from then on a
-- guest cookie opens it no more.
create table account.account (
    person_id uuid primary key references account.person (id) on delete cascade,
    opened_at timestamptz not null,
    name text check (length(name) between 1 and 120),
    email text unique check (length(email) between 3 and 254 and email = lower(email)),
    phone text check (length(phone) between 3 and 40)
);

-- Tables of spring-session-jdbc. A guest has no session; a session belongs to the person whose id is its principal.
create table account.http_session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index http_session_expiry_time on account.http_session (expiry_time);
create index http_session_principal_name on account.http_session (principal_name);

create table account.http_session_attributes (
    session_primary_id char(36) not null references account.http_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
