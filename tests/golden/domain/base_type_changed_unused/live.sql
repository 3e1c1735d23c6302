create domain code as integer check (value > 0);
comment on domain code is 'a code';
