-- What opens a record besides its being one's own. Each is a row with who and when, and ended rows stay: that somebody had a
-- right last month explains what they read last month. "By" names people without a foreign key, because they may go.
create table account.role_given (
    id uuid primary key,
    person_id uuid not null references account.account (person_id) on delete cascade,
    role text not null check (role in ('OWNER', 'SOFT_TISSUE_OT', 'EXERCISE_PHYSIOLOGIST', 'PERSONAL_TRAINER', 'CLASS_LEAD',
        'FRONT_DESK', 'AUDITOR')),
    given_at timestamptz not null,
    given_by uuid, -- none: the first owner, by the link that the program printed
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    check (withdrawn_by is null or withdrawn_at is not null)
);
create unique index role_given_once on account.role_given (person_id, role) where withdrawn_at is null;

create table account.relationship (
    id uuid primary key,
    person_id uuid not null references account.account (person_id) on delete cascade, -- whose record
    other_id uuid not null references account.account (person_id) on delete cascade check (other_id <> person_id),
    kind text not null check (kind in ('CARER', 'GUARDIAN', 'TREATS', 'LEADS_CLASS')),
    added_at timestamptz not null,
    added_by uuid not null,
    until timestamptz check (until > added_at),
    ended_at timestamptz,
    ended_by uuid,
    check ((ended_at is null) = (ended_by is null))
);
create unique index relationship_once on account.relationship (person_id, other_id, kind) where ended_at is null;
create index relationship_of_other on account.relationship (other_id) where ended_at is null;

-- A consent is to one version of a text, by one channel where it is about being contacted.
create table account.consent (
    id uuid primary key,
    person_id uuid not null references account.account (person_id) on delete cascade,
    about text not null check (about in ('CLINIC_SEES_RECORD', 'REMINDERS')),
    channel text not null check (channel in ('NONE', 'EMAIL', 'PHONE', 'PUSH')),
    version int not null check (version > 0),
    given_at timestamptz not null,
    given_by uuid not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((about = 'CLINIC_SEES_RECORD') = (channel = 'NONE'))
);
create unique index consent_once on account.consent (person_id, about, channel) where withdrawn_at is null;

-- What was said about a person's age, the last one holds: the day they turn 16, or none for 16 and over.
create table account.age_told (
    id uuid primary key,
    person_id uuid not null references account.account (person_id) on delete cascade,
    sixteen_on date,
    told_at timestamptz not null,
    told_by uuid not null
);
create index age_told_of on account.age_told (person_id, told_at);

-- A clinician read without a relationship, for a reason. The reason is the person's to see, so it goes when they go.
create table account.broken_glass (
    id uuid primary key,
    person_id uuid not null references account.person (id) on delete cascade,
    by_id uuid not null,
    reason text not null check (length(reason) between 10 and 500),
    at timestamptz not null,
    until timestamptz not null check (until > at)
);
create index broken_glass_of on account.broken_glass (person_id, by_id);
