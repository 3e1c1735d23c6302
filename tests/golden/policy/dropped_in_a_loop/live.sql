create table a (id int);
create table b (id int);
create view of_a as select id from a;
create view of_b as select id from b;
create policy reads_b on a using (id in (select id from of_b));
create policy reads_a on b using (id in (select id from of_a));
create policy plain on b using (id > 0);
create rule to_a as on insert to b do also insert into a values (new.id);
create rule to_b as on delete to a do also delete from b where b.id = old.id;
