-- Who objected to an award, and the words behind the hash that the objection shows on chain.
alter table election add column objector varchar(42);
alter table election add column objection_transaction varchar(66);

create table objection_reason (
    reason_hash varchar(66) primary key,
    reason      text         not null,
    person      varchar(255) not null,
    given_at    bigint       not null
);
