create schema s1; create schema s2; create type s1.e as enum ('p','q'); create table s1.a(i int, e s1.e[] default '{p}', e1 s1.e default 'p');  insert into s1.a values(1);
