// A fact that few objects have: an identity, a collation. The many without it stay small: a database has more columns than
// all else, and every pass over them reads them from memory.
#pragma once

#include <memory>
#include <utility>

namespace plumb {

// A value; as long as it is T's default, a pointer's size.
template <typename T>
class Seldom {
 public:
  Seldom() = default;
  Seldom(T value) : value_(value == T{} ? nullptr : std::make_unique<T>(std::move(value))) {}
  Seldom(const Seldom& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Seldom(Seldom&&) noexcept = default;
  Seldom& operator=(Seldom other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }

  const T& operator*() const {
    static const T none{};
    return value_ ? *value_ : none;
  }
  const T* operator->() const { return &**this; }
  explicit operator bool() const { return value_ != nullptr; }
  bool operator==(const Seldom& other) const { return value_ == other.value_ || **this == *other; }

  // Gives `change` the value to write into; what is T's default then is none again.
  template <typename F>
  void edit(F&& change) {
    T value = value_ ? std::move(*value_) : T{};
    change(value);
    *this = Seldom(std::move(value));
  }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace plumb
