-- Wallets that persons proved to control, with their proof. A link that has ended stays, for separation of duties.
create table linked_wallet (
    wallet varchar(42) not null check (wallet ~ '^0x[0-9a-f]{40}$'),
    person varchar(255) not null,
    message text not null,
    signature varchar(132) not null,
    linked boolean not null,
    changed_at bigint not null,
    primary key (wallet, person)
);

create unique index linked_wallet_current on linked_wallet (wallet) where linked;
create index linked_wallet_person on linked_wallet (person);
