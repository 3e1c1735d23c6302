
begin
  new.changed := now();
  return new;
end
