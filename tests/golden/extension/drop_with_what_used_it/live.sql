create extension citext;
create extension pg_trgm;
create table people (id int primary key, email citext, nick citext default 'x', bio text);
create index people_bio on people using gin (bio gin_trgm_ops);
create view emails as select email from people;
insert into people values (1, 'ada@example.org', 'ada', '');
analyze people;
