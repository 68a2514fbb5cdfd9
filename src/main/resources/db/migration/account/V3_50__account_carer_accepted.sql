-- Who accepted goes out of a link when they go; before, a link that was accepted in the very moment of an erasure named nobody.
delete from account.carer_link
where accepted_by is not null and not exists (select from account.account where account.person_id = carer_link.accepted_by);
alter table account.carer_link
    add foreign key (accepted_by) references account.account (person_id) on delete cascade;
create index carer_link_accepted_by on account.carer_link (accepted_by);
