create table seen_log (
    block_number bigint not null,
    log_index int not null,
    transaction_hash varchar(66) not null
);
create table late_log (like seen_log);
