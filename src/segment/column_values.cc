// SPDX-License-Identifier: Apache-2.0
#include "segment/column_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>

#include "base/iso_date.h"

namespace signpost::segment {
namespace {

template <typename T>
void SortUnique(std::vector<T>* values) {
  std::sort(values->begin(), values->end());
  values->erase(std::unique(values->begin(), values->end()), values->end());
}

// If `path` ends in .lvlN, sets `*level` to N and returns what stands before; else returns an empty view.
std::string_view SplitLevel(std::string_view path, std::size_t* level) {
  constexpr std::string_view kLevel = ".lvl";
  const std::size_t dot = path.rfind(kLevel);
  if (dot == std::string_view::npos || dot + kLevel.size() + 1 != path.size()) return {};
  const char digit = path.back();
  if (digit < '0' || digit > '9') return {};
  *level = static_cast<std::size_t>(digit - '0');
  return path.substr(0, dot);
}

// Collects the values of one document at one path.
class Collector {
 public:
  explicit Collector(bool texts) : texts_(texts) {}

  void AddText(std::string_view text) {
    if (const std::optional<double> date = ParseIsoDate(text)) out_.numbers.push_back({*date, true});
    if (texts_) out_.texts.emplace_back(text);
  }

  // The values at `path` below the members given. A member may have a dot in its own name.
  void AddMembers(const std::vector<Attribute>& members, std::string_view path) {
    for (const Attribute& member : members) {
      if (path == member.name) {
        AddValue(member.value);
      } else if (path.size() > member.name.size() + 1 && path.starts_with(member.name) &&
                 path[member.name.size()] == '.') {
        Descend(member.value, path.substr(member.name.size() + 1));
      }
    }
  }

  // The texts at `path`, each cut to its first levels.
  void AddLevel(const std::vector<Attribute>& members, std::string_view path, std::size_t level) {
    Collector whole(true);
    whole.AddMembers(members, path);
    for (const std::string& text : whole.out_.texts) {
      std::size_t end = text.find(kLevelSeparator);
      for (std::size_t i = 0; i < level && end != std::string::npos; ++i) {
        end = text.find(kLevelSeparator, end + kLevelSeparator.size());
        if (end == std::string::npos && i + 1 == level) {
          end = text.size();
          break;
        }
      }
      if (level == 0 && end == std::string::npos) end = text.size();
      if (end != std::string::npos) AddText(std::string_view(text).substr(0, end));
    }
  }

  ColumnValues Take() {
    SortUnique(&out_.texts);
    SortUnique(&out_.numbers);
    return std::move(out_);
  }

 private:
  void Descend(const Value& value, std::string_view path) {
    if (const Value::Object* object = value.object()) AddMembers(*object, path);
    if (const Value::Array* array = value.array()) {
      for (const Value& element : *array) Descend(element, path);
    }
  }

  void AddValue(const Value& value) {
    if (const std::string* text = value.string()) {
      AddText(*text);
    } else if (const bool* b = value.boolean()) {
      AddText(*b ? "true" : "false");
    } else if (const Value::Array* array = value.array()) {
      for (const Value& element : *array) AddValue(element);
    } else if (const std::optional<double> number = NumberOf(value)) {
      out_.numbers.push_back({*number, false});
    }
  }

  const bool texts_;
  ColumnValues out_;
};

}  // namespace

std::vector<ColumnSpec> ColumnsOf(const Settings& settings) {
  std::map<std::string, bool, std::less<>> texts = {{std::string(kTagsAttribute), true}};
  for (const FacetAttribute& attribute : settings.attributes_for_faceting) texts[attribute.name] = true;
  for (const std::string& name : settings.numeric_attributes_for_filtering) texts.try_emplace(name, false);
  for (const std::string& name : settings.attributes_for_sorting) texts.try_emplace(name, false);
  for (const CustomRanking& ranking : settings.custom_ranking) texts.try_emplace(ranking.attribute, false);
  if (!settings.attribute_for_distinct.empty()) texts[settings.attribute_for_distinct] = true;
  if (!settings.stale_attribute.empty()) texts.try_emplace(settings.stale_attribute, false);
  std::vector<ColumnSpec> out;
  out.reserve(texts.size());
  for (const auto& [name, with_texts] : texts) out.push_back({name, with_texts});
  return out;
}

ColumnValues ValuesOf(const Document& document, const ColumnSpec& spec, std::string_view lang) {
  Collector collector(spec.texts);
  if (spec.name == "title" && !document.title.empty()) collector.AddText(document.title);
  if (spec.name == "url" && !document.url.empty()) collector.AddText(document.url);
  if (spec.name == "lang" && !lang.empty()) collector.AddText(lang);
  if (spec.name == "keywords") {
    for (const std::string& keyword : document.keywords) collector.AddText(keyword);
  }
  collector.AddMembers(document.attributes, spec.name);
  std::size_t level = 0;
  if (const std::string_view parent = SplitLevel(spec.name, &level); !parent.empty()) {
    collector.AddLevel(document.attributes, parent, level);
  }
  return collector.Take();
}

std::optional<double> NumberOf(const Value& value) {
  std::optional<double> out;
  if (const std::int64_t* i = value.integer()) out = static_cast<double>(*i);
  if (const double* d = value.number()) out = *d + 0.0;  // not -0
  if (const std::string* text = value.string()) out = ParseIsoDate(*text);
  if (out && !std::isfinite(*out)) out.reset();
  return out;
}

std::string NumberText(double value) {
  char buffer[64];
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (value == std::trunc(value) && std::abs(value) <= kExact) {
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, static_cast<std::int64_t>(value)).ptr};
  }
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

}  // namespace signpost::segment
