create table t(id bigint generated always as identity primary key, a int); comment on sequence t_id_seq is 'sq'; create type e as enum('a'); create type ct as (a int); create cast (e as ct) with inout; comment on cast (e as ct) is 'c'; 
create operator class oc for type int using btree as operator 1 <, function 1 btint4cmp(int,int); comment on operator class oc using btree is 'x';
