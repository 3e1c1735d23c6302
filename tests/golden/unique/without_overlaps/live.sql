create extension btree_gist;
create table rooms (id int, during tstzrange, constraint rooms_pkey primary key (id, during without overlaps));
create table stays (id int primary key, room int, during tstzrange,
  constraint stays_room_fkey foreign key (room, period during) references rooms (id, period during));
create table plain (id int, during tstzrange not null, constraint plain_key unique (id, during));
