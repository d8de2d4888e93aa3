-- All that deploy/dead-letters needs. Run in a service's database: psql -v role=NAME -f operator-role.sql
grant select, delete, update (state, tried_at) on parked_aggregate to :role;
grant select, delete on parked_event to :role;
grant select, insert on dropped_event to :role;
grant insert, select (event_id) on inbox to :role;
