create type state as enum ('c', 'f');
