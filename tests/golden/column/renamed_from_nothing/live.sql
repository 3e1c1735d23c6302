create type mood as enum ('calm', 'bottled');
create function f(int, text) returns int language sql as 'select 1';
create table p (id int primary key, full_name text, kept text);
create index p_kept on p (kept);
insert into p values (1, 'a');
