create type mood as enum ('calm', 'busy');
create type feeling as (mood mood);
create table t (f feeling);
