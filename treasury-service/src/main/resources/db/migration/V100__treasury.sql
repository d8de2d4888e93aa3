create table budget_line (
    line_id varchar(66) primary key,
    name text not null unique,
    token varchar(42) not null,
    allocated numeric(78, 0) not null check (allocated >= 0),
    reserved numeric(78, 0) not null check (reserved >= 0),
    spent numeric(78, 0) not null check (spent >= 0),
    period_length bigint not null,
    period_cap numeric(78, 0) not null,
    period_start bigint not null,
    promised numeric(78, 0) not null check (promised >= 0),
    check (reserved + spent <= allocated)
);

create table mandate (
    mandate_id numeric(78, 0) primary key,
    purpose_hash varchar(66) not null unique,
    line_id varchar(66) not null references budget_line,
    terms jsonb not null,
    cap numeric(78, 0) not null check (cap > 0),
    committed numeric(78, 0) not null check (committed >= 0),
    spent numeric(78, 0) not null check (spent >= 0),
    closed boolean not null,
    close_due_at bigint not null,
    granted_at bigint not null,
    transaction_hash varchar(66) not null,
    version bigint not null,
    check (committed <= cap),
    check (spent <= committed)
);

create index mandate_close_due on mandate (close_due_at) where not closed;

create table distribution (
    distribution_id numeric(78, 0) primary key,
    line_id varchar(66) not null references budget_line,
    root varchar(66) not null,
    total numeric(78, 0) not null check (total > 0),
    claimed numeric(78, 0) not null check (claimed >= 0),
    deadline bigint not null,
    stopped_before bigint not null,
    close_after bigint not null,
    closed boolean not null,
    transaction_hash varchar(66) not null,
    version bigint not null,
    check (claimed <= total)
);

create index distribution_close_after on distribution (close_after) where not closed;

create table payment_stop (
    round numeric(78, 0) primary key,
    since bigint not null,
    ends_at bigint not null,
    reason_hash varchar(66) not null,
    transaction_hash varchar(66) not null
);

create table revealed_bid (
    mandate_id numeric(78, 0) not null,
    bid_index integer not null,
    milestones jsonb not null,
    primary key (mandate_id, bid_index)
);

create table award (
    mandate_id numeric(78, 0) not null references mandate,
    bid_index integer not null,
    status varchar(16) not null,
    due_at bigint not null,
    refused_check text,
    refused_detail text,
    version bigint not null,
    primary key (mandate_id, bid_index)
);

create index award_due on award (due_at) where status in ('STANDSTILL', 'REFUSED');

create table agreement (
    agreement_id numeric(78, 0) primary key,
    mandate_id numeric(78, 0) not null references mandate,
    bid_index integer not null,
    contractor varchar(42) not null,
    payee varchar(42) not null,
    token varchar(42) not null,
    price numeric(78, 0) not null check (price >= 0),
    started_at bigint not null,
    transaction_hash varchar(66) not null
);

create index agreement_mandate on agreement (mandate_id, bid_index);

create table payout (
    agreement_id numeric(78, 0) not null references agreement,
    milestone integer not null check (milestone >= 0),
    mandate_id numeric(78, 0) not null references mandate,
    payee varchar(42) not null,
    token varchar(42) not null,
    amount numeric(78, 0) not null check (amount > 0),
    status varchar(16) not null,
    due_at bigint,
    refundable_from bigint,
    challenged_until bigint,
    refused_check text,
    refused_detail text,
    transaction_hash varchar(66),
    owed boolean not null default false,
    version bigint not null,
    primary key (agreement_id, milestone)
);

create index payout_mandate on payout (mandate_id);

create index payout_owed on payout (payee) where owed;
create index payout_due on payout (due_at) where status in ('APPROVED', 'REFUSED');
create index payout_refundable on payout (refundable_from) where status in ('PENDING', 'APPROVED');

create table ledger_entry (
    id bigserial primary key,
    transaction_hash varchar(66) not null,
    log_index integer not null,
    block_number bigint not null,
    at bigint not null,
    description text not null,
    unique (transaction_hash, log_index)
);

create table ledger_posting (
    id bigserial primary key,
    entry_id bigint not null references ledger_entry,
    account text not null,
    token varchar(42) not null,
    amount numeric(78, 0) not null check (amount <> 0)
);

create index ledger_posting_account on ledger_posting (account, token);
create index ledger_posting_entry on ledger_posting (entry_id);

-- Debits are positive, credits negative; when its transaction commits, every entry has at least two sides, and they sum to
-- zero per token.
create function ledger_entry_balances() returns trigger language plpgsql as $$
declare
    entry bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
begin
    if (select count(*) from ledger_posting where entry_id = entry) < 2
        or exists (select 1 from ledger_posting where entry_id = entry group by token having sum(amount) <> 0)
    then
        raise exception 'ledger entry % does not balance', entry;
    end if;
    return null;
end
$$;

create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_entry_balances('id');
create constraint trigger ledger_posting_balances after insert on ledger_posting
    deferrable initially deferred for each row execute function ledger_entry_balances('entry_id');

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is never changed; reverse an entry with a new one';
end
$$;

create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_posting_append_only before update or delete or truncate on ledger_posting
    for each statement execute function ledger_is_append_only();

create table reconciliation (
    id bigserial primary key,
    block_number bigint not null,
    at bigint not null,
    clean boolean not null,
    differences jsonb not null
);
