create table w.t (a int);
