create table agreement (
    agreement_id numeric(78, 0) primary key,
    mandate_id numeric(78, 0) not null,
    bid_id uuid references bid,
    title text not null,
    contractor varchar(42) not null,
    payee varchar(42) not null,
    token varchar(42) not null,
    price numeric(78, 0) not null,
    started_at bigint not null,
    funding varchar(66) not null,
    terminated boolean not null
);

create index agreement_contractor on agreement (contractor);
create index agreement_mandate on agreement (mandate_id);

create table milestone (
    agreement_id numeric(78, 0) not null references agreement,
    position integer not null,
    contractor varchar(42) not null,
    payee varchar(42) not null,
    title text,
    description_hash varchar(66) not null,
    amount numeric(78, 0) not null,
    due_at bigint not null,
    status varchar(16) not null,
    round integer not null,
    evidence_hash varchar(66),
    review_ends bigint,
    challenge_ends bigint,
    payment varchar(66),
    payout_refusal text,
    agreement_ended boolean not null,
    version bigint not null,
    primary key (agreement_id, position)
);

create index milestone_status on milestone (status, review_ends);

-- One row for each submission on chain and what became of it.
create table submitted_round (
    id uuid primary key,
    agreement_id numeric(78, 0) not null,
    position integer not null,
    round integer not null,
    evidence_hash varchar(66) not null,
    submission varchar(66) not null,
    submitted_at bigint not null,
    outcome varchar(16),
    reason text,
    reason_hash varchar(66),
    decision varchar(66),
    unique (agreement_id, position, round),
    foreign key (agreement_id, position) references milestone
);

-- What contractors signed here: where the evidence lies, and the hash of what lies there.
create table evidence (
    id uuid primary key,
    agreement_id numeric(78, 0) not null,
    position integer not null,
    round integer not null,
    url text not null,
    file_hash varchar(66) not null,
    note text not null,
    evidence_hash varchar(66) not null,
    signature varchar(132) not null,
    unique (agreement_id, position, round, evidence_hash),
    foreign key (agreement_id, position) references milestone
);
