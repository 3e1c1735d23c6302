-- Three levels; what does not read the column stays.
create table readings (id bigint primary key, value integer, place text);
create view c_bottom as select id, value, place from readings;
create view b_middle as select place, avg(value) as mean from c_bottom group by place;
create view a_top as select place from b_middle where mean > 1;
create view other as select id, place from readings;
create view over_other as select id from other;
comment on view b_middle is 'by place';
insert into readings values (1, 1, 'p');
analyze;
