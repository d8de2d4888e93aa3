-- A nonce may be used up by nothing: a transaction that calls no contract. Where a nonce was missing altogether, it belongs
-- to no submission.
alter table chain_attempt add column kind varchar(10) not null default 'CALL';
alter table chain_attempt alter column kind drop default;
alter table chain_attempt alter column submission_id drop not null;
create index chain_attempt_nonce on chain_attempt (sender, nonce, signed_at);

-- How often a call was made again that had reverted when it was mined.
alter table chain_submission add column repeats integer not null default 0;
