create table t (id int not null, a text);
insert into t values (1, 'a');
