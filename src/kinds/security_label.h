// Security labels of objects, by the provider that reads them. In the YAML they are the key `security_labels` of what they
// are on. PostgreSQL documentation: SECURITY LABEL; pg_seclabel (52.46).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct SecurityLabels : Base {
  Options labels;
  bool operator==(const SecurityLabels&) const = default;
};

template <>
struct Kind<SecurityLabels> {
  static constexpr KindTag tag = KindTag::security_labels;
  static constexpr std::string_view catalog = "pg_seclabel";
  static constexpr std::string_view attached = "on";
  static constexpr std::string_view key = "security_labels";
  static constexpr Placement placement{KindTag::none, ""};
  static void describe(auto& field, auto& l) { field("labels", l.labels, "provider: label"); }
  static bool hangs_on(KindTag);
  static bool says_nothing(const SecurityLabels& l) { return l.labels.empty(); }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const SecurityLabels&);
  static Statements create(const SecurityLabels&, const Context&);
  static std::optional<Statements> alter(const SecurityLabels& live, const SecurityLabels& wanted, const Context&);
  static Statements drop(const SecurityLabels&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
