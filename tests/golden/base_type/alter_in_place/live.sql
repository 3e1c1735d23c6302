create type mood;
create function mood_in(cstring) returns mood immutable strict language internal as 'textin';
create function mood_out(mood) returns cstring immutable strict language internal as 'textout';
create function mood_recv(internal) returns mood stable strict language internal as 'textrecv';
create function mood_send(mood) returns bytea stable strict language internal as 'textsend';
create type mood (input = mood_in, output = mood_out, receive = mood_recv, send = mood_send, internallength = variable);
create table t (m mood); insert into t values ('x'); analyze t;
