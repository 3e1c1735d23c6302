create table t (id int, name text, kind text);
create table u (id int not null);
insert into t values (1, 'a', 'b');
