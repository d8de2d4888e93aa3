-- Calls that one transaction brings about together point to it. What it had no effect on is sent alone.
alter table chain_submission add column batch_id varchar(80) references chain_submission;
alter table chain_submission add column alone boolean not null default false;
create index chain_submission_batch on chain_submission (batch_id) where batch_id is not null;
