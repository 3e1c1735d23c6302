create table t (id bigint not null, at date not null, note text) partition by range (at);
create table old (id int not null, at date not null);
insert into old values (1, '2025-02-02');
analyze;
