// Where the time goes: with PLUMB_TIMING=1 in the environment each phase tells on standard error, as it ends, how long
// it took, how much of that its own thread was busy, and when it began. Phases may overlap and nest.
//
//   timing: catalog 0.812 s, busy 0.197 s, from 0.003 s
//
// Without it a phase costs one test of a flag. bench/run reads these lines.
#pragma once

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>

namespace plumb {

class Timing {
 public:
  // Tells at the end of the scope that holds it. `name` outlives it: a literal.
  class [[nodiscard]] Phase {
   public:
    explicit Phase(std::string_view name) {
      if (enabled()) running_.emplace(Running{name, Clock::now(), busy()});
    }
    ~Phase() { end(); }
    Phase(const Phase&) = delete;
    Phase& operator=(const Phase&) = delete;

    // Tells now, for a phase that ends before its scope does.
    void end() {
      if (!running_) return;
      const auto seconds = [](auto duration) { return std::chrono::duration<double>(duration).count(); };
      std::fprintf(stderr, "timing: %.*s %.3f s, busy %.3f s, from %.3f s\n", static_cast<int>(running_->name.size()),
                   running_->name.data(), seconds(Clock::now() - running_->start), busy() - running_->busy,
                   seconds(running_->start - started()));
      running_.reset();
    }

   private:
    struct Running {
      std::string_view name;
      std::chrono::steady_clock::time_point start;
      double busy;
    };
    std::optional<Running> running_;
  };

  static Phase phase(std::string_view name) { return Phase(name); }

 private:
  using Clock = std::chrono::steady_clock;

  static bool enabled() {
    static const bool on = [] {
      const char* asked = std::getenv("PLUMB_TIMING");
      if (!asked || std::string_view(asked) != "1") return false;
      started();
      return true;
    }();
    return on;
  }
  // When the first phase began.
  static Clock::time_point started() {
    static const Clock::time_point at = Clock::now();
    return at;
  }
  // Seconds of CPU that this thread has used.
  static double busy() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  }
};

}  // namespace plumb
