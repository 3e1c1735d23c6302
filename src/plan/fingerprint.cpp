#include "plan/fingerprint.h"

#include <openssl/evp.h>

#include <cstring>
#include <memory>
#include <string_view>

#include "kinds/fields.h"

namespace plumb {

namespace {

// Feeds SHA-256 from a buffer: a call per field would cost more than the hash itself.
class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) fail();
    buffer_.reserve(capacity + 4096);
  }

  void number(std::uint64_t value) {
    char bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<char>(value >> (8 * i));
    buffer_.append(bytes, sizeof bytes);
  }

  void text(std::string_view value) {
    number(value.size());
    buffer_ += value;
    if (buffer_.size() >= capacity) flush();
  }

  std::string hex() {
    flush();
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(context_.get(), bytes, &size) != 1) fail();
    std::string out;
    for (unsigned int i = 0; i < size; ++i) {
      out += "0123456789abcdef"[bytes[i] >> 4];
      out += "0123456789abcdef"[bytes[i] & 15];
    }
    return out;
  }

 private:
  static constexpr std::size_t capacity = 64 * 1024;

  [[noreturn]] static void fail() { throw Error(Failure::failed, "SHA-256 is not available from OpenSSL here"); }
  void flush() {
    if (EVP_DigestUpdate(context_.get(), buffer_.data(), buffer_.size()) != 1) fail();
    buffer_.clear();
  }

  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
  std::string buffer_;
};

// One described field. What field_text would first have to make is hashed from its parts.
struct Field {
  Digest& digest;

  template <typename M, typename... Rest>
  void operator()(std::string_view, const M& member, Rest&&...) const {
    add(member);
  }

  template <typename T>
  void add(const T& value) const {
    digest.text(field_text(value));
  }
  void add(const std::string& value) const { digest.text(value); }
  void add(bool value) const { digest.text(value ? "t" : "f"); }
  void add(const Type& value) const { digest.text(value.text); }
  void add(const Expression& value) const { digest.text(value.text); }
  void add(const Query& value) const { digest.text(value.text); }
  void add(const Element& value) const { digest.text(value.text); }
  void add(const Options& value) const {
    digest.number(value.size());
    for (const auto& [name, text] : value) digest.text(name), digest.text(text);
  }
  // The secrets too, which their text leaves out: out of a hash over all they can't be had back.
  void add(const GuardedOptions& value) const { add(value.values); }
  void add(const ConnectionString& value) const { digest.text(value.text); }
  template <typename T>
  void add(const std::vector<T>& values) const {
    digest.number(values.size());
    for (const T& value : values) add(value);
  }
  template <typename T>
  void add(const std::optional<T>& value) const {
    digest.number(value.has_value());
    if (value) add(*value);
  }
  template <typename T>
  void add(const Declared<T>& value) const {
    add(value.value);
  }
  template <typename T>
  void add(const Hint<T>&) const {}
};

}  // namespace

std::string fingerprint(const Database& database) {
  Digest digest;
  Field field{digest};
  database.each_kind([&]<typename T>(const std::vector<T>& objects) {
    digest.text(kind_name(Kind<T>::tag));
    digest.number(objects.size());
    for (const T& object : objects) {
      digest.text(kind_name(object.id.of));
      digest.text(object.id.schema);
      digest.text(object.id.parent);
      digest.text(object.id.name);
      Kind<T>::describe(field, object);
    }
  });
  return digest.hex();
}

}  // namespace plumb
