// SPDX-License-Identifier: Apache-2.0
#include "dialect/json_parser.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <exception>
#include <limits>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace signpost::dialect {

namespace {

namespace json = boost::json;

// Builds the Value while Boost.JSON reads the text. boost::json::value is not used: it lets the last of two equal
// members win, and its numbers are not always the nearest double.
class ValueHandler {
 public:
  // NOLINTBEGIN(readability-identifier-naming): the names that Boost.JSON asks for
  static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  // NOLINTEND(readability-identifier-naming)

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }

  bool on_array_begin(json::error_code&) { return Open(/*is_object=*/false); }
  bool on_array_end(std::size_t, json::error_code&) { return Add(Value(std::move(Pop().array))); }
  bool on_object_begin(json::error_code&) { return Open(/*is_object=*/true); }
  bool on_object_end(std::size_t, json::error_code&) { return Add(Value(std::move(Pop().object))); }

  bool on_key_part(json::string_view s, std::size_t, json::error_code&) { return Collect(s); }
  bool on_key(json::string_view s, std::size_t, json::error_code& ec) {
    Collect(s);
    Frame& frame = frames_.back();
    if (!frame.AddName(pending_)) {
      duplicate_ = std::exchange(pending_, {});
      has_duplicate_ = true;
      ec = json::make_error_code(json::error::extra_data);  // any code; Fail() reports the duplicate instead
      return false;
    }
    frame.object.push_back({.name = std::exchange(pending_, {}), .value = Value()});
    return true;
  }

  bool on_string_part(json::string_view s, std::size_t, json::error_code&) { return Collect(s); }
  bool on_string(json::string_view s, std::size_t, json::error_code&) {
    Collect(s);
    return Add(Value(std::exchange(pending_, {})));
  }

  bool on_number_part(json::string_view s, json::error_code&) { return Collect(s); }
  bool on_int64(std::int64_t i, json::string_view, json::error_code&) {
    pending_.clear();
    return Add(Value(i));
  }
  bool on_uint64(std::uint64_t u, json::string_view, json::error_code&) {
    pending_.clear();
    return u <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())
               ? Add(Value(static_cast<std::int64_t>(u)))
               : Add(Value(static_cast<double>(u)));
  }
  bool on_double(double approximate, json::string_view s, json::error_code& ec) {
    Collect(s);
    std::string digits = std::exchange(pending_, {});
    double exact = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exact);
    if (error != std::errc()) exact = approximate;  // beyond the range of a double: 0 or infinity
    if (!std::isfinite(exact)) {
      ec = json::make_error_code(json::error::exponent_overflow);
      return false;
    }
    return Add(Value(exact));
  }

  bool on_bool(bool b, json::error_code&) { return Add(Value(b)); }
  bool on_null(json::error_code&) { return Add(Value()); }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  Value TakeRoot() { return std::move(root_); }
  // The member that appeared twice in one object, or null.
  const std::string* duplicate() const { return has_duplicate_ ? &duplicate_ : nullptr; }

 private:
  // An array or object that is not closed yet.
  struct Frame {
    bool is_object = false;
    Value::Array array;
    Value::Object object;
    StringSet names;  // of `object`, once it has many members

    // Returns false when the object has a member of that name.
    bool AddName(const std::string& name) {
      constexpr std::size_t kFewMembers = 16;
      if (object.size() < kFewMembers) {
        return std::none_of(object.begin(), object.end(), [&](const Attribute& a) { return a.name == name; });
      }
      if (names.empty()) {
        for (const Attribute& member : object) names.insert(member.name);
      }
      return names.insert(name).second;
    }
  };

  bool Open(bool is_object) {
    frames_.emplace_back().is_object = is_object;
    return true;
  }
  Frame Pop() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    return frame;
  }
  bool Collect(json::string_view s) {
    pending_.append(s.data(), s.size());
    return true;
  }
  bool Add(Value value) {
    Slot() = std::move(value);
    return true;
  }
  // Where the next value belongs.
  Value& Slot() {
    if (frames_.empty()) return root_;
    Frame& frame = frames_.back();
    return frame.is_object ? frame.object.back().value : frame.array.emplace_back();
  }

  Value root_;
  std::vector<Frame> frames_;
  std::string pending_;  // of the string, key or number that is being read
  std::string duplicate_;
  bool has_duplicate_ = false;
};

using Parser = json::basic_parser<ValueHandler>;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A piece of the text at `offset`, cut at a code point, for a message.
std::string Excerpt(std::string_view text, std::size_t offset) {
  constexpr std::size_t kExcerptBytes = 24;
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() && IsUtf8Continuation(text[offset])) --offset;
  std::size_t end = std::min(text.size(), offset + kExcerptBytes);
  while (end > offset && end < text.size() && IsUtf8Continuation(text[end])) --end;
  return Quoted(text.substr(offset, end - offset));
}

absl::Status Fail(const Parser& parser, json::error_code ec, std::string_view text, std::size_t offset) {
  std::size_t line = LineAtOffset(text, std::min(offset, text.size()));
  if (const std::string* name = parser.handler().duplicate()) {
    return InvalidArgument(line, ": duplicate member, ", Quoted(*name));
  }
  std::string_view what = "JSON syntax error";
  if (ec == json::error::incomplete) what = "JSON ends too early";
  if (ec == json::error::extra_data) what = "something follows the JSON value";
  if (ec == json::error::too_deep) what = "arrays and objects are nested too deep";
  if (ec == json::error::exponent_overflow) what = "number is out of range";
  return InvalidArgument(line, ": ", what, ", ", Excerpt(text, offset));
}

}  // namespace

std::size_t LineAtOffset(std::string_view text, std::size_t offset) {
  return 1 +
         static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

absl::StatusOr<Value> ParseJsonText(std::string_view text, int max_depth) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (std::size_t bad = FindInvalidUtf8(text); bad != kValidUtf8) {
    return InvalidArgument(LineAtOffset(text, bad), ": invalid UTF-8, byte ", bad);
  }
  json::parse_options options;
  options.max_depth = static_cast<std::size_t>(max_depth);
  Parser parser(options);
  json::error_code ec;
  std::size_t read = parser.write_some(/*more=*/false, text.data(), text.size(), ec);
  if (!ec && read < text.size()) ec = json::make_error_code(json::error::extra_data);
  if (ec) return Fail(parser, ec, text, read);
  return parser.handler().TakeRoot();
}

}  // namespace signpost::dialect
