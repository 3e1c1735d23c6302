create type pair as (a integer, b character varying(20));
create type range_like as (range text);
create table t (p pair);
