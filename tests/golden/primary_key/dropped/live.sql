-- Two halves: the columns stay NOT NULL in one table and become nullable in the other.
-- PostgreSQL refuses DROP NOT NULL while the key stands.
create table logs (id bigint primary key, line text);
create table marks (id bigint primary key, line text);
insert into logs values (1, 'a');
insert into marks values (1, 'a');
analyze;
