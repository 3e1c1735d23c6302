create table cache (key text primary key, value text);
create table empty (key text);
insert into cache values ('a', 'b');
analyze cache, empty;
