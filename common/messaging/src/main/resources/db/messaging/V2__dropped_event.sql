-- Events that an operator gave up, and who and why. Never changed; a replay leaves them dropped.
create table dropped_event (
    topic            text        not null,
    aggregate_id     text        not null,
    record_partition int         not null,
    record_offset    bigint      not null,
    headers          text        not null,
    payload          bytea       not null,
    parked_reason    text        not null,
    reason           text        not null check (reason <> ''),
    dropped_by       text        not null default session_user,
    dropped_at       timestamptz not null default clock_timestamp(),
    primary key (topic, aggregate_id, record_partition, record_offset)
);

create function dropped_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger dropped_event_append_only before update or delete or truncate on dropped_event
    for each statement execute function dropped_event_is_append_only();
