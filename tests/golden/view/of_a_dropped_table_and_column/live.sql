-- A view goes before its table does; one that reads a dropped column and is wanted without it is made anew first.
create table gone (id int primary key);
create table kept (id int primary key, a text, b text);
create view over_gone as select id from gone;
create view over_both as select k.id from kept k join gone g using (id);
create view over_column as select id, a, b from kept;
create view over_that as select id, a from over_column;
insert into gone values (1);
insert into kept values (1, 'a', 'b');
analyze;
