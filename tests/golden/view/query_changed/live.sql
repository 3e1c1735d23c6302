create table sales (id bigint primary key, amount numeric, region text);
insert into sales values (1, 1, 'r');
create view by_region as select region, sum(amount) as total from sales group by region;
create view big as select id from sales where amount > 100;
comment on view big is 'big ones';
comment on view by_region is 'old words';
analyze;
