-- Listeners that were added after following had begun: up to which block each was told alone, until it joins the others.
create table chain_latecomer (
    name varchar(60) primary key,
    block_number bigint not null,
    block_hash varchar(66) not null,
    joined boolean not null
);
