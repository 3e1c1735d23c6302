create schema w;
comment on schema w is 'theirs';
