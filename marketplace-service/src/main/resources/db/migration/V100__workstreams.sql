-- Texts of SIPs on chain; a mandate names its text by hash only.
create table purpose_text (
    text_hash varchar(66) primary key,
    sip_id varchar(64) not null,
    title text not null,
    text text not null
);

create table workstream (
    mandate_id numeric(78, 0) primary key,
    purpose_hash varchar(66) not null,
    token varchar(42) not null,
    cap numeric(78, 0) not null,
    expiry bigint not null,
    award_rule varchar(32) not null,
    margin_bps integer not null,
    quorum numeric(78, 0) not null,
    bond numeric(78, 0) not null,
    bids_per_bidder integer not null,
    max_bids integer not null,
    bidding_period bigint not null,
    reveal_period bigint not null,
    review_period bigint not null,
    election_period bigint not null,
    standstill_period bigint not null,
    milestone_review_period bigint not null,
    challenge_period bigint not null,
    sip_id varchar(64),
    title text,
    text text,
    line_name text,
    opened_at bigint,
    bidding_ends bigint,
    reveal_ends bigint,
    review_ends bigint,
    voting_starts bigint,
    voting_ends bigint,
    standstill_ends bigint,
    objection_ends bigint,
    awarded numeric(78, 0),
    winners integer not null,
    version bigint not null
);
