-- Whoever reads or changes a person's record leaves an entry that cannot be altered unnoticed.
create schema audit;

create function audit.hash_of(previous bytea, subject uuid, n bigint, at timestamptz, actor uuid, action text, purpose text,
    allowed boolean) returns bytea language sql immutable parallel safe as $$
    select sha256(coalesce(previous, ''::bytea) || convert_to(concat_ws('|', subject::text, n::text,
        (extract(epoch from at) * 1000000)::bigint::text, coalesce(actor::text, '-'), action, purpose, allowed::text), 'UTF8'))
$$;

create table audit.entry (
    subject uuid not null,
    n bigint not null check (n > 0),
    at timestamptz not null,
    actor uuid,
    action text not null check (action in ('READ', 'CHANGE')),
    purpose text not null,
    allowed boolean not null,
    previous bytea,
    hash bytea not null generated always as (audit.hash_of(previous, subject, n, at, actor, action, purpose, allowed)) stored,
    primary key (subject, n)
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are only added, never changed';
end $$;

create trigger entries_are_only_added before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();
