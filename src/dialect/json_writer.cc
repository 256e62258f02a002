// SPDX-License-Identifier: Apache-2.0
#include "dialect/json_writer.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace signpost::dialect {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void AppendEscaped(std::string* out, std::string_view s) {
  for (char c : s) {
    switch (c) {
      case '"':
        *out += "\\\"";
        break;
      case '\\':
        *out += "\\\\";
        break;
      case '\b':
        *out += "\\b";
        break;
      case '\f':
        *out += "\\f";
        break;
      case '\n':
        *out += "\\n";
        break;
      case '\r':
        *out += "\\r";
        break;
      case '\t':
        *out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          *out += "\\u00";
          *out += kHexDigits[c >> 4];
          *out += kHexDigits[c & 15];
        } else {
          *out += c;
        }
    }
  }
}

}  // namespace

void JsonWriter::Separate() {
  if (follows_value_) out_ += ',';
  follows_value_ = true;
}

JsonWriter& JsonWriter::Open(char c) {
  Separate();
  out_ += c;
  follows_value_ = false;
  return *this;
}

JsonWriter& JsonWriter::Close(char c) {
  out_ += c;
  follows_value_ = true;
  return *this;
}

JsonWriter& JsonWriter::Raw(std::string_view text) {
  Separate();
  out_ += text;
  return *this;
}

JsonWriter& JsonWriter::Json(std::string_view json) { return Raw(json); }

JsonWriter& JsonWriter::Key(std::string_view name) {
  String(name);
  out_ += ':';
  follows_value_ = false;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view s) {
  Separate();
  out_ += '"';
  if (FindInvalidUtf8(s) == kValidUtf8) {
    AppendEscaped(&out_, s);
  } else {
    AppendEscaped(&out_, ReplaceInvalidUtf8(s));
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::Integer(std::int64_t i) { return Raw(std::to_string(i)); }

JsonWriter& JsonWriter::Number(double d) {
  if (!std::isfinite(d)) return Null();
  char buffer[40];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer - 2, d);
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  if (text.find_first_of(".e") == std::string_view::npos) {
    *end++ = '.';
    *end++ = '0';
  }
  return Raw({buffer, static_cast<std::size_t>(end - buffer)});
}

JsonWriter& JsonWriter::Any(const Value& value) {
  if (const bool* b = value.boolean()) return Bool(*b);
  if (const std::int64_t* i = value.integer()) return Integer(*i);
  if (const double* d = value.number()) return Number(*d);
  if (const std::string* s = value.string()) return String(*s);
  if (const Value::Array* array = value.array()) {
    BeginArray();
    for (const Value& element : *array) Any(element);
    return EndArray();
  }
  if (const Value::Object* object = value.object()) {
    BeginObject();
    for (const Attribute& member : *object) Key(member.name).Any(member.value);
    return EndObject();
  }
  return Null();
}

JsonWriter& JsonWriter::Strings(const std::vector<std::string>& strings) {
  BeginArray();
  for (const std::string& s : strings) String(s);
  return EndArray();
}

}  // namespace signpost::dialect
