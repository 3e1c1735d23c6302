create table t ("old; ""name""" int, "gone'--" int, "Type" int, "select" text);
insert into t values (1, 2, 3, 'x');
analyze t;
