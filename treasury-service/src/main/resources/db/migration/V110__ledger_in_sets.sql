-- Entries are written in sets, so what every entry must be is checked once per statement and not once per row. The rules are
-- those of before, but hold at the end of every statement: an entry comes with its postings in one.
drop trigger ledger_entry_balances on ledger_entry;
drop trigger ledger_posting_balances on ledger_posting;
drop function ledger_entry_balances();

-- Entries are never deleted, so that a posting's entry exists needs to be seen only once.
alter table ledger_posting drop constraint ledger_posting_entry_id_fkey;

-- What a statement adds sums to zero per entry and token, and so does all that statements have added. As no amount is zero,
-- an entry with a posting has two.
create function ledger_postings_balance() returns trigger language plpgsql
    -- Sets differ in size; a plan made for a small one would be slow for a large one.
    set plan_cache_mode = force_custom_plan as $$
declare
    entry bigint;
begin
    select entry_id into entry from added group by entry_id, token having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'ledger entry % does not balance', entry;
    end if;
    select entry_id into entry from added
        where not exists (select from ledger_entry where id = added.entry_id) limit 1;
    if found then
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
        where not exists (select from ledger_posting where entry_id = added.id) limit 1;
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
