create table k (id int primary key, a int, gone int);
create table o (id int, gone int, c text);
create view joined as select k.a, c from k natural join o;
create view named as select k.a from k;
create function adds(int) returns void begin atomic
  insert into k (id) values ($1) on conflict (id) do update set a = excluded.a;
end;
create rule adds as on insert to o do also
  insert into k (id, a) values (new.id, 1) on conflict (id) do update set a = excluded.a;
