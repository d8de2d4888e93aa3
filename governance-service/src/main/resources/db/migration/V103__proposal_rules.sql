-- What a proposal is decided by, who sponsored it, and the guardian's veto.
alter table sip
    add column proposal_class   varchar(20),
    add column vetoable         boolean,
    add column quorum_floor     numeric(78, 0),
    add column quorum_bps       integer,
    add column approval_bps     integer,
    add column voting_delay     bigint,
    add column voting_period    bigint,
    add column timelock_delay   bigint,
    add column grace_period     bigint,
    add column veto_guardian    varchar(42),
    add column veto_reason      varchar(2000),
    add column veto_reason_hash varchar(66);

create table sip_sponsor (
    sip_id   bigint         not null references sip,
    position integer        not null,
    wallet   varchar(42)    not null,
    votes    numeric(78, 0) not null,
    primary key (sip_id, position)
);
