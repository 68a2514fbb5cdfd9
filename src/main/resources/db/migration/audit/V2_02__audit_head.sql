-- The end of each person's chain: a last entry that somebody took away is missed, and the next one is added in one round trip.
create table audit.head (
    subject uuid primary key,
    n bigint not null check (n > 0),
    hash bytea not null
) with (fillfactor = 70); -- changed by every entry; room on the page keeps that cheap

insert into audit.head (subject, n, hash)
select distinct on (subject) subject, n, hash from audit.entry order by subject, n desc;

-- Waits only for others who add to the same person's chain, until the caller's transaction ends.
create function audit.append(person uuid, moment timestamptz, who uuid, what text, why text, permitted boolean) returns bigint
language plpgsql as $$
declare
    last audit.head;
    added audit.entry;
begin
    perform pg_advisory_xact_lock(hashtextextended(person::text, 2)); -- there may be no head yet to lock
    select * into last from audit.head where subject = person;
    insert into audit.entry (subject, n, at, actor, action, purpose, allowed, previous)
    values (person, coalesce(last.n, 0) + 1, moment, who, what, why, permitted, last.hash)
    returning * into added;
    insert into audit.head (subject, n, hash) values (person, added.n, added.hash)
    on conflict (subject) do update set n = excluded.n, hash = excluded.hash;
    return added.n;
end $$;

-- What does not fit, the first of each person's chain, or of one person's: an entry changed or removed, or one added past the head.
create function audit.broken(person uuid default null) returns table (subject uuid, n bigint, what text)
language sql stable as $$
    with chain as (
        select entry.subject, entry.n, entry.previous, entry.hash,
            row_number() over one as expected_n,
            lead(entry.n) over one as next_n,
            lead(entry.previous) over one as said_by_next,
            audit.hash_of(entry.previous, entry.subject, entry.n, entry.at, entry.actor, entry.action, entry.purpose,
                entry.allowed) as expected_hash,
            head.n as head_n, head.hash as said_by_head
        from audit.entry left join audit.head using (subject)
        where person is null or entry.subject = person
        window one as (partition by entry.subject order by entry.n)
    ), wrong as (
        select subject, expected_n as n, 'removed' as what from chain where n <> expected_n
        union all
        select subject, n, 'changed' from chain
        where hash <> expected_hash or n = 1 and previous is not null
            or next_n = n + 1 and said_by_next is distinct from hash
            or next_n is null and head_n = n and said_by_head <> hash
        union all
        select subject, n, 'added' from chain where next_n is null and coalesce(head_n, 0) < n
        union all
        select head.subject, coalesce(max(entry.n), 0) + 1, 'removed'
        from audit.head left join audit.entry using (subject)
        where person is null or head.subject = person
        group by head.subject, head.n having head.n > coalesce(max(entry.n), 0)
    )
    select distinct on (subject) subject, n, what from wrong order by subject, n
$$;
