create table stays (id int generated always as identity);
alter sequence stays_id_seq set unlogged;
create table changes (id int generated always as identity);
alter sequence changes_id_seq set unlogged;
create unlogged table of_unlogged (id int generated always as identity (sequence name odd_name));
