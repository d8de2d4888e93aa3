-- Stewards' signatures over decisions, collected until there are enough.
create table steward_signature (
    id uuid primary key,
    action varchar(32) not null,
    subject numeric(78, 0) not null,
    part integer not null,
    round integer not null,
    content_hash varchar(66) not null,
    reason text not null,
    reason_hash varchar(66) not null,
    steward varchar(42) not null,
    person varchar(255) not null,
    expiry bigint not null,
    signature varchar(132) not null,
    signed_at bigint not null,
    unique (action, subject, part, round, content_hash, reason_hash, steward)
);

-- Separation of duties: no signature by a wallet, or by a person who has or had a wallet, that bids or is paid here.
create function refuse_interested_steward() returns trigger language plpgsql as $$
declare
    interested varchar(42);
begin
    select wallet into interested from (
        select new.steward as wallet
        union
        select wallet from linked_wallet where person = new.person
        union
        select others.wallet from linked_wallet mine join linked_wallet others on others.person = mine.person
            where mine.wallet = new.steward
    ) own
    where case
        when new.action = 'DISQUALIFY_BID' then exists (
            select 1 from bid where mandate_id = new.subject and own.wallet in (bidder, payee))
        else exists (
            select 1 from agreement where agreement_id = new.subject and own.wallet in (contractor, payee))
    end
    limit 1;
    if interested is not null then
        raise exception 'steward % has an interest: % bids or is paid here', new.steward, interested
            using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger steward_signature_separation before insert or update on steward_signature
    for each row execute function refuse_interested_steward();
