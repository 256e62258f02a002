// SPDX-License-Identifier: Apache-2.0
#include "segment/field_texts.h"

#include <array>
#include <charconv>

namespace signpost::segment {
namespace {

template <typename Number>
std::string Shortest(Number number) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

class Collector {
 public:
  Collector(std::string_view field, FieldTexts* out) : field_(field), out_(*out) {}

  void Add(const std::string& path, const Value& value) {
    if (const Value::Array* array = value.array()) {
      for (const Value& element : *array) Add(path, element);
    } else if (const Value::Object* object = value.object()) {
      for (const Attribute& member : *object) AddMember(path + "." + member.name, member.value);
    } else if (CoversPath(field_, path)) {
      AddText(value);
    }
  }

  // Only what is in the field or on the way to it.
  void AddMember(const std::string& path, const Value& value) {
    if (CoversPath(field_, path) || CoversPath(path, field_)) Add(path, value);
  }

 private:
  void AddText(const Value& value) {
    if (const std::string* text = value.string()) {
      out_.values.push_back(*text);
    } else if (const std::int64_t* integer = value.integer()) {
      out_.values.push_back(out_.numbers.emplace_back(Shortest(*integer)));
    } else if (const double* number = value.number()) {
      out_.values.push_back(out_.numbers.emplace_back(Shortest(*number)));
    }
  }

  std::string_view field_;
  FieldTexts& out_;
};

}  // namespace

bool CoversPath(std::string_view field, std::string_view path) {
  return path.starts_with(field) && (path.size() == field.size() || path[field.size()] == '.');
}

bool IsText(const Value& value) {
  return value.string() != nullptr || value.integer() != nullptr || value.number() != nullptr;
}

FieldTexts TextsOf(const StoredDocument& stored, std::string_view field, const std::vector<Attribute>& attributes) {
  FieldTexts out;
  if (field == "title") {
    out.values.push_back(stored.title);
  } else if (field == "keywords") {
    out.values = stored.keywords;
  } else if (field == "headings" || field == "body") {
    for (const StoredSection& section : stored.sections) {
      out.values.push_back(field == "body" ? section.text : section.heading);
    }
  } else {
    Collector collector(field, &out);
    for (const Attribute& attribute : attributes) collector.AddMember(attribute.name, attribute.value);
  }
  return out;
}

}  // namespace signpost::segment
