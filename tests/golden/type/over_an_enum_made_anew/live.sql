create type mood as enum ('calm', 'busy');
create type feeling as (mood mood, since date);
comment on type feeling is 'how it is';
create table t (mood mood);
