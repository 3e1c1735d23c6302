create table s (id int, truck text, n int) partition by list (id);
create table s1 partition of s default;
create view o as select id, truck from s;
create view over_o as select id from o;
create policy p on s using (truck is null);
