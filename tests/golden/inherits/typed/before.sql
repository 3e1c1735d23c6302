create schema types; create type types.address as (street text, city text);
