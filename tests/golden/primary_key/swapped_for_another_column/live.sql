-- Integer ids give way to UUIDs: the key moves to a column that was unique, the old key becomes unique, and the
-- reference moves along.
create table accounts (id integer primary key, uid uuid not null constraint accounts_uid_key unique, name text);
create table payments (id integer primary key, account_id integer not null references accounts,
  account_uid uuid not null);
insert into accounts values (1, '11111111-1111-1111-1111-111111111111', 'a');
insert into payments values (1, 1, '11111111-1111-1111-1111-111111111111');
analyze;
