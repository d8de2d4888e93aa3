-- Entries are written in sets, so what every entry must be is checked once per statement and not once per row. The rules are
-- those of before, but hold at the end of every statement: an entry comes with its postings in one.
drop trigger ledger_entry_balances on ledger_entry;
drop trigger ledger_posting_balances on ledger_posting;
drop function ledger_entry_balances();

-- Entries are never deleted, so that a posting's entry exists needs to be seen only once.
alter table ledger_posting drop constraint ledger_posting_entry_id_fkey;

-- One index that is written at its end instead of two.
drop index ledger_posting_entry;
alter table ledger_posting drop constraint ledger_posting_pkey, add primary key (entry_id, id);

-- What a statement adds sums to zero per entry and token, and so does all that statements have added. As no amount is zero,
-- an entry with a posting has two.
create function ledger_postings_balance() returns trigger language plpgsql
    -- A plan made while the ledger was small would be slow when it is large. Counting looks each entry up by itself: a join
    -- may read the whole ledger instead, and take longer with every entry.
    set plan_cache_mode = force_custom_plan as $$
declare
    entry bigint;
    difference numeric;
begin
    select entry_id, total into entry, difference
        from (select entry_id, sum(amount) as total from added group by entry_id, token) as side
        where total <> 0 or 0 = (select count(*) from ledger_entry where id = side.entry_id) limit 1;
    if difference <> 0 then
        raise exception 'ledger entry % does not balance', entry;
    elsif found then
        raise exception 'there is no ledger entry %', entry;
    end if;
    return null;
end
$$;

create function ledger_entries_have_postings() returns trigger language plpgsql
    set plan_cache_mode = force_custom_plan as $$
declare
    entry bigint;
begin
    select id into entry from added
        where 0 = (select count(*) from ledger_posting where entry_id = added.id) limit 1;
    if found then
        raise exception 'ledger entry % does not balance: it has no postings', entry;
    end if;
    return null;
end
$$;

create trigger ledger_postings_balance after insert on ledger_posting
    referencing new table as added for each statement execute function ledger_postings_balance();
create trigger ledger_entries_have_postings after insert on ledger_entry
    referencing new table as added for each statement execute function ledger_entries_have_postings();
