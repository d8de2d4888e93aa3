-- The genesis block and the first block followed, kept for good: a chain that was started anew has others.
create table chain_origin (
    block_number bigint primary key,
    block_hash varchar(66) not null
);
