// SPDX-License-Identifier: Apache-2.0
// value.h — an attribute value of any JSON shape: null, boolean, integer, number, string, array, object.
//
// Holds:    a value; objects keep their members in the order they were given.
// Threads:  a plain value type; const use may be concurrent.
// Not here: parsing and printing JSON (dialect.h).
// Example:  signpost::Value tags = signpost::Value::Array{"boots", "winter"};
//           signpost::Value votes = 212;
#ifndef SIGNPOST_VALUE_H_
#define SIGNPOST_VALUE_H_

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace signpost::inline v0 {

struct Attribute;

// One value. Default-constructed it is null. Two values are equal when kind and content are; 1 and 1.0 differ.
class Value {
 public:
  using Array = std::vector<Value>;
  using Object = std::vector<Attribute>;

  Value();
  Value(std::nullptr_t);  // NOLINT: implicit, so that literals read well
  Value(bool b);          // NOLINT
  template <std::integral T>
  requires(!std::same_as<T, bool>) Value(T i);  // NOLINT
  Value(double d);                              // NOLINT
  Value(const char* s);                         // NOLINT
  Value(std::string_view s);                    // NOLINT
  Value(std::string s);                         // NOLINT
  Value(Array a);                               // NOLINT
  Value(Object o);                              // NOLINT

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }

  // Each returns the content, or null when the value is of another kind.
  const bool* boolean() const { return std::get_if<bool>(&data_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  const double* number() const { return std::get_if<double>(&data_); }
  const std::string* string() const { return std::get_if<std::string>(&data_); }
  const Array* array() const { return std::get_if<Array>(&data_); }
  const Object* object() const { return std::get_if<Object>(&data_); }

  bool operator==(const Value&) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
};

// A named value: a member of an object, or an attribute of a document.
struct Attribute {
  std::string name;
  Value value;

  bool operator==(const Attribute&) const = default;
};

inline Value::Value() = default;
inline Value::Value(std::nullptr_t) {}
inline Value::Value(bool b) : data_(b) {}
template <std::integral T>
requires(!std::same_as<T, bool>) Value::Value(T i) : data_(static_cast<std::int64_t>(i)) {}
inline Value::Value(double d) : data_(d) {}
inline Value::Value(const char* s) : data_(std::string(s)) {}
inline Value::Value(std::string_view s) : data_(std::string(s)) {}
inline Value::Value(std::string s) : data_(std::move(s)) {}
inline Value::Value(Array a) : data_(std::move(a)) {}
inline Value::Value(Object o) : data_(std::move(o)) {}
inline bool Value::operator==(const Value& other) const { return data_ == other.data_; }

}  // namespace signpost::inline v0

#endif  // SIGNPOST_VALUE_H_
