-- Old entries go without breaking a chain, and a digest a day shows where a whole chain was taken away, with its head.
alter table audit.head
    add column pruned_n bigint not null default 0, -- the last entry that went because it was old enough
    add column pruned_hash bytea,
    add column pruned_at timestamptz,
    add constraint head_pruned check (pruned_n between 0 and n and (pruned_n = 0) = (pruned_hash is null)
        and (pruned_n = 0) = (pruned_at is null));

-- Waits only for others who add to the same person's chain, until the caller's transaction ends. That a read was written down is
-- not waited for on the disk, as long as nothing else was; whatever announces a change waits, and so does all that it writes.
create or replace function audit.append(person uuid, moment timestamptz, who uuid, what text, why text, permitted boolean,
    because text) returns bigint language plpgsql as $$
declare
    last audit.head;
    added audit.entry;
begin
    if what = 'READ' and permitted then
        if pg_current_xact_id_if_assigned() is null then
            set local synchronous_commit to off;
        end if;
    else
        set local synchronous_commit to default;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(person::text, 2)); -- there may be no head yet to lock
    select * into last from audit.head where subject = person;
    insert into audit.entry (subject, n, at, actor, action, purpose, allowed, reason, previous)
    values (person, coalesce(last.n, 0) + 1, moment, who, what, why, permitted, because, last.hash)
    returning * into added;
    insert into audit.head (subject, n, hash) values (person, added.n, added.hash)
    on conflict (subject) do update set n = excluded.n, hash = excluded.hash;
    return added.n;
end $$;

-- Each digest stands for the chains that grew since the one before it, and for that one.
create function audit.hash_of_digest(previous bytea, n bigint, day date, at timestamptz, chains bigint, kept_from timestamptz,
    seals bytea) returns bytea language sql immutable parallel safe as $$
    select sha256(coalesce(previous, ''::bytea) || seals || convert_to(concat_ws('|', n::text, (day - date '2000-01-01')::text,
        (extract(epoch from at) * 1000000)::bigint::text, chains::text, (extract(epoch from kept_from) * 1000000)::bigint::text),
        'UTF8'))
$$;

create table audit.digest (
    n bigint primary key check (n > 0),
    day date not null,
    at timestamptz not null,
    chains bigint not null check (chains >= 0),
    kept_from timestamptz not null, -- what is older may have been pruned
    seals bytea not null,
    previous bytea,
    hash bytea not null generated always as (audit.hash_of_digest(previous, n, day, at, chains, kept_from, seals)) stored
);

-- How far a chain had grown, and its hash there.
create table audit.seal (
    subject uuid not null,
    n bigint not null check (n > 0),
    hash bytea not null,
    digest bigint not null references audit.digest,
    primary key (subject, n)
);
create index seal_digest on audit.seal (digest);

create function audit.leaf(subject uuid, n bigint, hash bytea) returns bytea language sql immutable parallel safe as $$
    select uuid_send(subject) || int8send(n) || hash
$$;

create function audit.hash_of_seals(which bigint) returns bytea language sql stable as $$
    select sha256(coalesce(string_agg(audit.leaf(subject, n, hash), ''::bytea order by subject, n), ''::bytea))
    from audit.seal where digest = which
$$;

-- Adds today's digest. It waits for nobody who adds entries, and nobody for it; what is added meanwhile is in the next one.
create function audit.seal_chains(today date, moment timestamptz, keep_from timestamptz) returns audit.digest
language plpgsql as $$
declare
    last audit.digest;
    added audit.digest;
begin
    perform pg_advisory_xact_lock(hashtextextended('audit.digest', 2));
    select * into last from audit.digest order by n desc limit 1;
    with grown as materialized (
        select head.subject, head.n, head.hash from audit.head
        where head.n > head.pruned_n
            and not exists (select from audit.seal where seal.subject = head.subject and seal.n >= head.n)
    ), made as (
        insert into audit.digest (n, day, at, chains, kept_from, seals, previous)
        select coalesce(last.n, 0) + 1, today, moment, count(*), keep_from,
            sha256(coalesce(string_agg(audit.leaf(subject, n, hash), ''::bytea order by subject, n), ''::bytea)), last.hash
        from grown
        returning *
    ), sealed as (
        insert into audit.seal (subject, n, hash, digest) select grown.subject, grown.n, grown.hash, made.n from grown, made
    )
    select * into added from made;
    return added;
end $$;

-- Takes away the oldest entries of one chain, at most so many; never one of the last year by this server's own clock.
create function audit.prune(person uuid, keep_from timestamptz, most bigint) returns bigint language plpgsql as $$
declare
    before timestamptz := least(keep_from, now() - interval '1 year');
    chain audit.head;
    last audit.entry;
    gone bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended(person::text, 2));
    select * into chain from audit.head where subject = person;
    select * into last from audit.entry where subject = person
        and n < coalesce((select min(n) from audit.entry where subject = person and at >= before), chain.n + 1)
        and n <= chain.pruned_n + most order by n desc limit 1;
    if last.n is null then
        return 0;
    end if;
    update audit.head set pruned_n = last.n, pruned_hash = last.hash, pruned_at = last.at where subject = person;
    delete from audit.entry where subject = person and n <= last.n;
    get diagnostics gone = row_count;
    return gone;
end $$;

-- Of digests from before then, only their own chain is kept.
create function audit.prune_seals(keep_from timestamptz) returns bigint language plpgsql as $$
declare
    gone bigint;
begin
    delete from audit.seal using audit.digest
    where seal.digest = digest.n and digest.at < least(keep_from, now() - interval '1 year');
    get diagnostics gone = row_count;
    return gone;
end $$;

create index entry_at on audit.entry using brin (at); -- to find what is old without reading the rest

drop trigger entries_are_only_added on audit.entry;
create trigger entries_are_only_added before update or truncate on audit.entry
    for each statement execute function audit.refuse_change();

-- Only what the head has noted as pruned, and is older than a year, may go.
create function audit.refuse_removal() returns trigger language plpgsql as $$
begin
    if old.at < now() - interval '1 year'
            and exists (select from audit.head where subject = old.subject and pruned_n >= old.n) then
        return old;
    end if;
    raise exception 'audit entries are only added, never changed or removed';
end $$;
create trigger entries_are_not_removed before delete on audit.entry
    for each row execute function audit.refuse_removal();

create trigger digests_are_only_added before update or delete or truncate on audit.digest
    for each statement execute function audit.refuse_change();
create trigger seals_are_only_added before update or truncate on audit.seal
    for each statement execute function audit.refuse_change();
create function audit.refuse_unsealing() returns trigger language plpgsql as $$
begin
    if exists (select from audit.digest where n = old.digest and at < now() - interval '1 year') then
        return old;
    end if;
    raise exception 'seals of the audit are only added, never changed or removed';
end $$;
create trigger seals_are_not_removed before delete on audit.seal for each row execute function audit.refuse_unsealing();

drop function audit.broken(uuid);

-- What does not fit, the first of each person's chain, or of one person's.
create function audit.broken(person uuid default null) returns table (subject uuid, n bigint, what text)
language sql stable as $$
    with chain as (
        select entry.subject, entry.n, entry.previous, entry.hash,
            row_number() over one + coalesce(head.pruned_n, 0) as expected_n,
            lag(entry.hash, 1, head.pruned_hash) over one as hash_before,
            lead(entry.n) over one as next_n,
            audit.hash_of(entry.form, entry.previous, entry.subject, entry.n, entry.at, entry.actor, entry.action, entry.purpose,
                entry.allowed, entry.reason) as expected_hash,
            head.n as head_n, head.hash as said_by_head, coalesce(head.pruned_n, 0) as pruned_n
        from audit.entry left join audit.head using (subject)
        where person is null or entry.subject = person
        window one as (partition by entry.subject order by entry.n)
    ), kept as (
        select max(kept_from) as since from audit.digest
    ), sealed as (
        select seal.subject, seal.n, seal.hash, entry.hash as hash_now, head.pruned_n, head.pruned_hash,
            before.at as sealed_after
        from audit.seal
        left join audit.entry on entry.subject = seal.subject and entry.n = seal.n
        left join audit.head on head.subject = seal.subject
        left join audit.digest before on before.n = seal.digest - 1
        where person is null or seal.subject = person
    ), wrong as (
        select subject, n, 'added' as what from chain where n <= pruned_n
        union all
        select subject, expected_n, 'removed' from chain where n > expected_n
        union all
        select subject, n, 'changed' from chain where hash <> expected_hash
        union all -- what the next entry says of this one; of the last that was pruned, what the head says
        select subject, greatest(n - 1, pruned_n + 1), 'changed' from chain
        where n = expected_n and previous is distinct from hash_before
        union all
        select subject, n, 'changed' from chain where next_n is null and head_n = n and said_by_head <> hash
        union all
        select subject, n, 'added' from chain where next_n is null and coalesce(head_n, 0) < n
        union all
        select head.subject, coalesce(max(entry.n), head.pruned_n) + 1, 'removed'
        from audit.head left join audit.entry using (subject)
        where person is null or head.subject = person
        group by head.subject, head.n, head.pruned_n having head.n > coalesce(max(entry.n), head.pruned_n)
        union all
        select subject, n, 'changed' from audit.head
        where n = pruned_n and hash <> pruned_hash and (person is null or subject = person)
        union all -- said to be pruned, and not old enough
        select subject, pruned_n, 'removed' from audit.head, kept
        where pruned_at >= coalesce(since, '-infinity') and (person is null or subject = person)
        union all
        select subject, n, 'changed' from sealed where coalesce(hash_now, case when n = pruned_n then pruned_hash end) <> hash
        union all
        select subject, n, 'removed' from sealed, kept
        where hash_now is null and (n > coalesce(pruned_n, 0) or sealed_after >= since + interval '1 day')
    )
    select distinct on (subject) subject, n, what from wrong order by subject, n
$$;

-- Digests that do not fit: their own chain, or the seals that they stand for as long as those are kept.
create function audit.broken_digests() returns table (n bigint, day date, what text) language sql stable as $$
    with chain as (
        select digest.*, row_number() over (order by n) as expected_n, lag(hash) over (order by n) as hash_before,
            at >= least((select max(kept_from) from audit.digest), now() - interval '1 year') as has_seals
        from audit.digest
    )
    select n, day, case when n <> expected_n then 'removed' else 'changed' end from chain
    where n <> expected_n or previous is distinct from hash_before or has_seals and seals <> audit.hash_of_seals(n)
    order by n
$$;
