-- What is * when the view is made is what the view holds: a column that goes must have gone before.
create table t (id int primary key, a text, e int);
create table other (id int primary key, e int);
create view v as select id, a from t;
create view counted as select count(*) as n from t;
