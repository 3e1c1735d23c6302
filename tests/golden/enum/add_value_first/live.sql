create type state as enum ('paid', 'sent');
