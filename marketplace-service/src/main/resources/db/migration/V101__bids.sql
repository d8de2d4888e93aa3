-- Terms held for their bidder until the reveal.
create table sealed_bid (
    id uuid primary key,
    mandate_id numeric(78, 0) not null references workstream,
    bidder varchar(42) not null,
    title text not null,
    text text not null,
    payee varchar(42) not null,
    token varchar(42) not null,
    price numeric(78, 0) not null check (price > 0),
    salt varchar(66) not null,
    commitment varchar(66) not null,
    signature varchar(132),
    unique (mandate_id, bidder, commitment)
);

create index sealed_bid_bidder on sealed_bid (bidder);

create table sealed_bid_milestone (
    bid_id uuid not null references sealed_bid,
    position integer not null,
    title text,
    amount numeric(78, 0) not null check (amount > 0),
    duration bigint not null,
    description_hash varchar(66) not null,
    primary key (bid_id, position)
);

-- Bids as the chain has them.
create table bid (
    id uuid primary key,
    mandate_id numeric(78, 0) not null references workstream,
    bid_index integer not null,
    bidder varchar(42) not null,
    commitment varchar(66) not null,
    committed_at bigint not null,
    commit_transaction varchar(66) not null,
    bond_held boolean not null,
    status varchar(16) not null,
    title text,
    text text,
    payee varchar(42),
    token varchar(42),
    price numeric(78, 0),
    milestones_hash varchar(66),
    text_hash varchar(66),
    reveal_transaction varchar(66),
    disqualification_reason text,
    disqualification_reason_hash varchar(66),
    yes numeric(78, 0),
    no numeric(78, 0),
    abstain numeric(78, 0),
    approved boolean,
    won boolean,
    place integer,
    reason text,
    funding_refusal text,
    version bigint not null,
    unique (mandate_id, bid_index)
);

create index bid_bidder on bid (bidder);
create index bid_status on bid (status, mandate_id);

create table bid_milestone (
    bid_id uuid not null references bid,
    position integer not null,
    title text,
    amount numeric(78, 0) not null,
    duration bigint not null,
    description_hash varchar(66) not null,
    primary key (bid_id, position)
);
