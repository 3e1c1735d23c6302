create type wrap as (w text);
create table tt of wrap; insert into tt values ('1'),('2');
