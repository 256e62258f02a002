// SPDX-License-Identifier: Apache-2.0
// json_writer.h — appends JSON to a string, on one line, commas and escapes included.
//
// Calls nest as the JSON does; inside an object every value follows a Key.
// Always valid JSON: invalid UTF-8 becomes U+FFFD, numbers that are not finite become null.
#ifndef SIGNPOST_DIALECT_JSON_WRITER_H_
#define SIGNPOST_DIALECT_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/value.h>

namespace signpost::dialect {

class JsonWriter {
 public:
  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }
  JsonWriter& Key(std::string_view name);

  JsonWriter& String(std::string_view s);
  JsonWriter& Integer(std::int64_t i);
  JsonWriter& Number(double d);  // shortest text that reads back as `d`, and never as an integer
  JsonWriter& Bool(bool b) { return Raw(b ? "true" : "false"); }
  JsonWriter& Null() { return Raw("null"); }
  JsonWriter& Any(const Value& value);
  JsonWriter& Json(std::string_view json);  // REQUIRES: one value, already written
  JsonWriter& Strings(const std::vector<std::string>& strings);

  std::string Take() { return std::move(out_); }

 private:
  JsonWriter& Open(char c);
  JsonWriter& Close(char c);
  JsonWriter& Raw(std::string_view text);
  void Separate();

  std::string out_;
  bool follows_value_ = false;
};

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_JSON_WRITER_H_
