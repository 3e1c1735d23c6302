create sequence s;
create sequence up increment -3;
