-- That everybody in this database is invented: written by a start with --demo, before it makes anybody. Without a row they are real.
create schema demo;

create table demo.mark (
    at timestamptz not null,
    -- empty where the program ended while it was making them
    whole_at timestamptz,
    one boolean not null default true primary key check (one)
);
