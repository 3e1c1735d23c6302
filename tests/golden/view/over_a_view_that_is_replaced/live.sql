create table t (id int primary key, a text, b text);
create view z_base as select id, a from t;
create view a_over as select id from z_base;
comment on view a_over is 'unchanged itself';
