alter type mood owner to golden_owner;
grant usage on type mood to golden_reader;
revoke usage on type mood from public;
