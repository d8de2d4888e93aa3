-- The last final block whose logs are in the read models; one row.
create table chain_cursor (
    only_row boolean primary key default true check (only_row),
    block_number bigint not null,
    block_hash varchar(66) not null,
    block_time bigint not null
);

-- Hashes of followed blocks, kept to a configured depth, to notice a chain that changes behind its final block.
create table chain_block (
    block_number bigint primary key,
    block_hash varchar(66) not null
);
