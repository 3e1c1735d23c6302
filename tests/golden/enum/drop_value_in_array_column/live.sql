create type tag as enum ('a', 'b', 'c');
create table posts (tags tag[] not null default '{a,b}'::tag[], others tag[]);
insert into posts values ('{b,a}', null);
analyze posts;
