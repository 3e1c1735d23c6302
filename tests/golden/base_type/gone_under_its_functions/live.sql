create type b;
create function b_in(cstring) returns b immutable strict language internal as 'textin';
create function b_out(b) returns cstring immutable strict language internal as 'textout';
create type b (input = b_in, output = b_out, like = text);
