-- PostgreSQL rebuilds the key's index itself; the key is not dropped, and its comment stays.
create table tags (id integer primary key, name text);
comment on constraint tags_pkey on tags is 'the number of a tag';
insert into tags values (1, 'a');
analyze;
