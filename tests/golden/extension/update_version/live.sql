create extension hstore version '1.7';
create table things (tags hstore);
insert into things values ('a=>1');
analyze things;
