-- The words behind the hashes that challenges show on chain.
create table challenge_reason (
    reason_hash varchar(66) primary key,
    reason text not null,
    person varchar(255) not null,
    given_at bigint not null
);
