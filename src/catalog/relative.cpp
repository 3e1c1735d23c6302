// Names without the schemas that go without saying.
#include "catalog/read.h"
#include "kinds/fields.h"

namespace plumb::catalog {

namespace {

struct Relative {
  const sql::Visibility& visibility;
  const std::string* home = nullptr;

  void text(std::string& value) const {
    if (value.find('.') != std::string::npos) value = sql::relative(value, *home, visibility);
  }
  void change(Type& value) const { text(value.text); }
  void change(Expression& value) const { text(value.text); }
  void change(Query& value) const { text(value.text); }
  void change(Element& value) const { text(value.text); }
  template <typename T>
  void change(std::vector<T>& values) const {
    if constexpr (std::is_same_v<T, Element>)
      for (T& value : values) change(value);
  }
  template <typename T>
  void change(T&) const {}

  void operator()(std::string_view, auto& member, auto&&...) const { change(member); }
};

}  // namespace

void make_relative(Database& database, const sql::Visibility& visibility) {
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    Relative relative{visibility};
    for (T& object : objects) {
      relative.home = &object.id.schema;
      Kind<T>::describe(relative, object);
    }
  });
}

}  // namespace plumb::catalog
