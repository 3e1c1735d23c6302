create domain code as text constraint code_filled check (value <> '') constraint short check (length(value) < 9)
  constraint lower check (value = lower(value));
comment on constraint code_filled on domain code is 'filled';
create table t (code code);
