create table prices (id bigint primary key, amount numeric(12,2), currency char(3));
insert into prices values (1, 9.99, 'EUR');
analyze;
