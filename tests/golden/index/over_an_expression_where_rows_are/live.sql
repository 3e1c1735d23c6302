create table parent (a text);
create table child () inherits (parent);
create table whole (a text) partition by list (a);
create table whole_a partition of whole for values in ('a');
insert into parent values ('a');
insert into child values ('a');
insert into whole values ('a');
create materialized view kept as select a from parent;
create table empty_one (a text);
