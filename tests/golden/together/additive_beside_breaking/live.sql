-- What is additive comes first and needs nothing that breaks: it can be applied on its own, today.
create type state as enum ('new', 'old');
create table users (id bigint primary key, name text, age int, legacy text, st state default 'new');
create table posts (id bigint primary key, user_id bigint, body text, words int);
create index posts_words on posts (words);
create view post_words as select id, words from posts;
insert into users values (1, 'a', 1, 'l', 'new');
insert into posts values (1, 1, 'b', 5);
comment on table users is 'people';
analyze;
