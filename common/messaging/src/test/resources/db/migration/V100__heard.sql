create table heard (
    position     bigserial primary key,
    aggregate_id text not null,
    what         text not null
);
