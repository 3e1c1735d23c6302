-- One column: table_column_check; none or two: table_check; then numbers.
create table t (a int, b int, constraint t_a_check check (a > 0), constraint t_check check (a > b));
