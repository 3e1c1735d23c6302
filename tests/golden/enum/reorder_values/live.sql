create type size as enum ('large', 'small', 'middle');
create table shirts (size size default 'small');
insert into shirts values ('large');
analyze shirts;
