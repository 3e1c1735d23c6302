create type state as enum ('new', 'sent');
