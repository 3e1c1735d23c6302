#include "kinds/kinds.h"

namespace plumb {

std::string sql_reference(const ObjectId& id) {
  std::string out;
  with_kind(id.kind, [&]<typename T>(const T*) { out = Kind<T>::reference(id); });
  return out;
}

}  // namespace plumb
