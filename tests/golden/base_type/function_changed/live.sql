create type mood;
create function mood_in(cstring) returns mood immutable strict language internal as 'textin';
create function mood_out(mood) returns cstring immutable strict language internal as 'textout';
create type mood (input = mood_in, output = mood_out, like = text);
create table t (m mood); insert into t values ('x'); analyze t;
