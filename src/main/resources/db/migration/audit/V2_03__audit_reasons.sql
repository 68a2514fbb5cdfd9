-- More kinds of entries, a reason for those that need one, and a bound on what strangers can make us write.
alter table audit.entry drop constraint entry_action_check;
alter table audit.entry add constraint entry_action_check check (action in
    ('READ', 'CHANGE', 'EXPORT', 'PRINT', 'SIGN_IN', 'SIGN_OUT', 'ACCESS_GIVEN', 'BREAK_GLASS'));

-- How the hash of an entry is made: 1 until now, 2 with a reason. Old entries keep theirs, so their chains go on.
alter table audit.entry
    add column form smallint not null default 1 check (form in (1, 2)),
    add column reason text check (length(reason) between 1 and 500);
alter table audit.entry alter column form set default 2;
alter table audit.entry add constraint entry_why_the_glass_was_broken
    check (action <> 'BREAK_GLASS' or not allowed or reason is not null);

-- In form 2 each text has its length before it, so that no two entries read the same.
create function audit.hash_of(form smallint, previous bytea, subject uuid, n bigint, at timestamptz, actor uuid, action text,
    purpose text, allowed boolean, reason text) returns bytea language sql immutable parallel safe as $$
    select case form
        when 1 then audit.hash_of(previous, subject, n, at, actor, action, purpose, allowed)
        else sha256(coalesce(previous, ''::bytea) || convert_to(concat_ws('|', form::text, subject::text, n::text,
            (extract(epoch from at) * 1000000)::bigint::text, coalesce(actor::text, '-'), action,
            length(purpose)::text, purpose, allowed::text, coalesce(length(reason)::text, '-'), reason), 'UTF8'))
    end
$$;

alter table audit.entry drop column hash;
alter table audit.entry add column hash bytea not null
    generated always as (audit.hash_of(form, previous, subject, n, at, actor, action, purpose, allowed, reason)) stored;

-- For the owner, who looks at all of them.
create index entry_broken_glass on audit.entry (at desc) where action = 'BREAK_GLASS';

-- Denials that are only counted: a stranger who tries made-up ids, or one who knocks all day.
create table audit.denial_count (
    day date not null,
    action text not null,
    purpose text not null,
    n bigint not null check (n > 0),
    primary key (day, action, purpose)
);

drop function audit.append(uuid, timestamptz, uuid, text, text, boolean);
drop function audit.broken(uuid);

-- Waits only for others who add to the same person's chain, until the caller's transaction ends.
create function audit.append(person uuid, moment timestamptz, who uuid, what text, why text, permitted boolean, because text)
returns bigint language plpgsql as $$
declare
    last audit.head;
    added audit.entry;
begin
    perform pg_advisory_xact_lock(hashtextextended(person::text, 2)); -- there may be no head yet to lock
    select * into last from audit.head where subject = person;
    insert into audit.entry (subject, n, at, actor, action, purpose, allowed, reason, previous)
    values (person, coalesce(last.n, 0) + 1, moment, who, what, why, permitted, because, last.hash)
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
            audit.hash_of(entry.form, entry.previous, entry.subject, entry.n, entry.at, entry.actor, entry.action, entry.purpose,
                entry.allowed, entry.reason) as expected_hash,
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
