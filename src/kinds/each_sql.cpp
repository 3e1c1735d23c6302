// each_sql_of and each_type_of, for all kinds: here, so that their many small parts are compiled once.
#include "kinds/fields.h"
#include "kinds/kinds.h"

namespace plumb {

namespace {

struct EachSql {
  const SqlFunction& f;

  template <typename M>
  void change(M& member) const {
    if constexpr (holds_sql<M>) each_sql(member, f);
  }
  template <typename M>
  void change(Hint<M>& member) const {
    change(member.value);
  }
  void operator()(std::string_view, auto& member, Unread = {}, Unread = {}) const { change(member); }
  void seldom(std::string_view, auto& member, Unread = {}, Unread = {}) const {
    if (member) member.edit([this](auto& value) { change(value); });
  }
  void catalog(std::string_view, auto& member) const { change(member); }
};

struct EachType {
  const SqlFunction& f;

  void change(auto& member) const {
    if constexpr (holds_types<std::remove_cvref_t<decltype(member)>>) each_sql(member, f);
  }
  void operator()(std::string_view, auto& member, Unread = {}, Unread = {}) const { change(member); }
  void seldom(std::string_view, auto& member, Unread = {}, Unread = {}) const {
    member.edit([this](auto& value) { change(value); });
  }
  void catalog(std::string_view, auto& member) const { change(member); }
};

}  // namespace

template <typename T>
void each_sql_of(T& object, const SqlFunction& f) {
  EachSql visit{f};
  Kind<T>::describe(visit, object);
}

void each_sql_in(Database& database, const SqlFunction& f) {
  database.each_kind_mutable([&f](auto& objects) {
    for (auto& object : objects) each_sql_of(object, f);
  });
}

template <typename T>
void each_type_of(T& object, const SqlFunction& f) {
  EachType visit{f};
  Kind<T>::describe(visit, object);
}

#define PLUMB_EACH(type, enumerator, name)              \
  template void each_sql_of(type&, const SqlFunction&); \
  template void each_type_of(type&, const SqlFunction&);
PLUMB_KINDS(PLUMB_EACH)
#undef PLUMB_EACH

}  // namespace plumb
