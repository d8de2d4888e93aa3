-- Numbers the events of an aggregate. Its row lock makes the order of versions the order of commits, without gaps.
create table outbox_version (
    topic        text   not null,
    aggregate_id text   not null,
    last_version bigint not null,
    primary key (topic, aggregate_id)
);

-- Events on their way to Kafka; deleted once acknowledged.
create table outbox (
    topic        text        not null,
    aggregate_id text        not null,
    version      bigint      not null,
    event_id     uuid        not null unique,
    type         text        not null,
    payload      bytea       not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    primary key (topic, aggregate_id, version)
);
create index outbox_by_age on outbox (recorded_at);

-- Which events have had their effect. Kept for ever, because the topics are.
create table inbox (
    event_id   uuid        not null primary key,
    topic      text        not null,
    type       text        not null,
    handled_at timestamptz not null default clock_timestamp()
);

-- Aggregates whose next event cannot be handled: WAITING for a prerequisite, or DEAD
-- because it failed too often or is malformed.
create table parked_aggregate (
    topic        text        not null,
    aggregate_id text        not null,
    state        text        not null check (state in ('WAITING', 'DEAD')),
    reason       text        not null,
    parked_at    timestamptz not null default clock_timestamp(),
    tried_at     timestamptz not null default clock_timestamp(),
    primary key (topic, aggregate_id)
);

-- Their events as they came, in the order of their offsets.
create table parked_event (
    topic            text    not null,
    aggregate_id     text    not null,
    record_partition int     not null,
    record_offset    bigint  not null,
    headers          text    not null,
    payload          bytea   not null,
    dead_lettered    boolean not null default false,
    primary key (topic, aggregate_id, record_offset),
    foreign key (topic, aggregate_id) references parked_aggregate
);
