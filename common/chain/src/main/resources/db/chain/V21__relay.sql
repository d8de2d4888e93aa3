create table chain_submission (
    id varchar(80) primary key,
    position bigint generated always as identity unique,
    idempotency_key varchar(200) not null,
    contract varchar(40) not null,
    call_name varchar(100) not null,
    to_address varchar(42) not null,
    data text not null,
    status varchar(10) not null,
    sender varchar(42),
    nonce bigint,
    transaction_hash varchar(66),
    error varchar(200),
    reason text,
    accepted_at timestamptz not null,
    settled_at timestamptz
);

-- A domain fact is brought about once; after a refusal it may be tried anew.
create unique index chain_submission_live_key on chain_submission (idempotency_key) where status <> 'REFUSED';
create index chain_submission_key on chain_submission (idempotency_key, position);
create unique index chain_submission_nonce on chain_submission (sender, nonce);
create index chain_submission_open on chain_submission (position) where status in ('ACCEPTED', 'SENT', 'MINED');

-- Every transaction ever signed for a submission: one nonce may have several, with rising fees.
create table chain_attempt (
    hash varchar(66) primary key,
    submission_id varchar(80) not null references chain_submission,
    sender varchar(42) not null,
    nonce bigint not null,
    raw_transaction text not null,
    gas_limit bigint not null,
    max_fee numeric(78, 0) not null,
    priority_fee numeric(78, 0) not null,
    signed_at timestamptz not null,
    broadcast_at timestamptz,
    taken boolean not null
);
create index chain_attempt_submission on chain_attempt (submission_id, signed_at);
