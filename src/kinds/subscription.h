// Subscriptions. Never does plumb have the server connect to a publisher: they are created without slot, disabled, and
// dropped without their slot; what then remains to be done is said. PostgreSQL documentation: CREATE SUBSCRIPTION, 31.2;
// pg_subscription (52.54).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Subscription : Owned {
  ConnectionString connection;
  std::vector<std::string> publications;  // in order
  Declared<std::string> slot_name;        // empty text: none
  bool binary = false;
  std::string streaming = "off";
  bool two_phase = false;
  bool disable_on_error = false;
  bool password_required = true;
  bool run_as_owner = false;
  std::string from_origin = "any";
  bool failover = false;
  std::string synchronous_commit = "off";
  Hint<bool> hidden;   // live only: its connection is not for the connected role to see
  Hint<bool> enabled;  // live only
  bool operator==(const Subscription&) const = default;
};

inline constexpr std::string_view streaming_words[] = {"off", "on", "parallel"};
inline constexpr std::string_view origin_words[] = {"any", "none"};
inline constexpr std::string_view synchronous_commit_words[] = {"off", "local", "remote_write", "remote_apply", "on"};

template <>
struct Kind<Subscription> {
  static constexpr KindTag tag = KindTag::subscription;
  static constexpr std::string_view catalog = "pg_subscription";
  static constexpr Placement placement{KindTag::none, "subscriptions", Placement::Form::map, false};
  static constexpr std::string_view required[] = {"connection", "publications"};
  static void describe(auto& field, auto& s) {
    field("connection", s.connection,
          "how the publisher is reached; a password that is left out is not compared, and stays while host, port and "
          "user do");
    field("publications", s.publications, "the publications there");
    field("slot_name", s.slot_name, "its replication slot there; an empty text: none; left out: named alike");
    field("binary", s.binary, "are values sent in binary form?");
    field("streaming", s.streaming, "are large transactions sent before they end?", Choices{streaming_words});
    field("two_phase", s.two_phase, "are prepared transactions sent as such? (15 and later)");
    field("disable_on_error", s.disable_on_error, "is it disabled when an error stops it? (15 and later)");
    field("password_required", s.password_required, "must a connection have a password? (16 and later)");
    field("run_as_owner", s.run_as_owner, "are changes made as its owner, not the table's? (16 and later)");
    field("origin", s.from_origin, "changes from anywhere, or those only that have no origin (16 and later)",
          Choices{origin_words});
    field("failover", s.failover, "is the slot kept on standbys? (17 and later)");
    field("synchronous_commit", s.synchronous_commit, "the setting for its workers", Choices{synchronous_commit_words});
    catalog_only(field, "hidden", s.hidden);
    catalog_only(field, "enabled", s.enabled);
  }
  static std::string query(ServerVersion);
  static void normalize(Subscription&);
  static std::set<ObjectId> needs(const Subscription&) { return {}; }
  static VersionNeed needs_version(const Subscription&);
  static Statements create(const Subscription&, const Context&);
  static std::optional<Statements> alter(const Subscription& live, const Subscription& wanted, const Context&);
  static Statements rename(const Subscription& live, const Subscription& wanted, const Context&);
  static Statements drop(const Subscription&, const Context&);
  static void follow(Subscription&, const Renaming&);
  static std::string reference(const ObjectId&);
  static std::string remark(const Subscription&);
};

}  // namespace plumb
