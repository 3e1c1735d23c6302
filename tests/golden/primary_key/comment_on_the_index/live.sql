create table same (id int primary key);
comment on index same_pkey is 'of the index';
comment on constraint same_pkey on same is 'of the key';
create table goes (id int primary key, n int unique, r int4range, exclude using gist (r with &&));
comment on index goes_pkey is 'goes';
comment on index goes_n_key is 'changes';
comment on index goes_r_excl is 'changes';
