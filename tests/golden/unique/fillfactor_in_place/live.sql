create table words (w text constraint words_w unique with (fillfactor = 60), v text constraint words_v unique);
insert into words values ('a', 'b');
analyze;
