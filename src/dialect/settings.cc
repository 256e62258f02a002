// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;

// What a plain name stands for: one of the built-in attributes as Settings has it, else any attribute.
SearchableAttribute DefaultsOf(std::string_view name) {
  for (SearchableAttribute& attribute : Settings().searchable_attributes) {
    if (attribute.name == name) return std::move(attribute);
  }
  return {.name = std::string(name)};
}

absl::Status ReadAttributeName(const JsonView& view, SearchableAttribute* out) {
  std::string name;
  SIGNPOST_RETURN_IF_ERROR(view.ReadName(&name));
  if (name.find_first_of("(),") != std::string::npos) {
    return view.Error("must be one attribute's name; unordered(...) and \"a,b\" are not supported");
  }
  *out = DefaultsOf(name);
  return absl::OkStatus();
}

// The name is read before, since the defaults of the other members depend on it.
constexpr Member<SearchableAttribute> kAttributeMembers[] = {
    {"name", [](const JsonView&, SearchableAttribute*) { return absl::OkStatus(); }},
    {"weight", [](const JsonView& view, SearchableAttribute* out) { return view.Read(&out->weight); }},
    {"lengthNormalization",
     [](const JsonView& view, SearchableAttribute* out) { return view.Read(&out->length_normalization); }},
};

absl::Status ReadSearchableAttribute(const JsonView& view, SearchableAttribute* out) {
  const Value::Object* object = view.value().object();
  if (object == nullptr) {
    if (view.value().string() == nullptr) return view.Error("must be a name or an object with a name");
    return ReadAttributeName(view, out);
  }
  auto name = std::find_if(object->begin(), object->end(), [](const Attribute& a) { return a.name == "name"; });
  if (name == object->end()) return view.Missing("name");
  SIGNPOST_RETURN_IF_ERROR(ReadAttributeName(view.MemberAt(static_cast<std::size_t>(name - object->begin())), out));
  return view.ReadMembers(kAttributeMembers, out);
}

absl::Status ReadSearchableAttributes(const JsonView& view, Settings* out) {
  out->searchable_attributes.clear();
  return view.ReadElements([out](const JsonView& element) {
    return ReadSearchableAttribute(element, &out->searchable_attributes.emplace_back());
  });
}

absl::Status ReadCustomRanking(const JsonView& view, CustomRanking* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  out->descending = text.starts_with("desc(");
  std::size_t prefix = out->descending ? 5 : 4;
  if ((!out->descending && !text.starts_with("asc(")) || !text.ends_with(")") || text.size() < prefix + 2) {
    return view.Error("must be asc(ATTRIBUTE) or desc(ATTRIBUTE)");
  }
  out->attribute = text.substr(prefix, text.size() - prefix - 1);
  return absl::OkStatus();
}

absl::Status ReadCustomRankings(const JsonView& view, Settings* out) {
  out->custom_ranking.clear();
  return view.ReadElements(
      [out](const JsonView& element) { return ReadCustomRanking(element, &out->custom_ranking.emplace_back()); });
}

constexpr Member<Settings> kMembers[] = {
    {"language", [](const JsonView& view, Settings* out) { return view.Read(&out->language); }},
    {"searchableAttributes", ReadSearchableAttributes},
    {"typoTolerance", [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.enabled); }},
    {"minWordSizefor1Typo",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.min_word_size_for_1_typo); }},
    {"minWordSizefor2Typos",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.min_word_size_for_2_typos); }},
    {"disableTypoToleranceOnWords",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.disabled_on_words); }},
    {"customRanking", ReadCustomRankings},
};

void WriteSearchableAttribute(const SearchableAttribute& attribute, JsonWriter* writer) {
  if (attribute == DefaultsOf(attribute.name)) {
    writer->String(attribute.name);
    return;
  }
  writer->BeginObject().Key("name").String(attribute.name).Key("weight").Number(attribute.weight);
  writer->Key("lengthNormalization").Number(attribute.length_normalization).EndObject();
}

}  // namespace

absl::StatusOr<Settings> ParseSettings(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  Settings settings;
  SIGNPOST_RETURN_IF_ERROR(JsonView(json, value, "settings").ReadMembers(kMembers, &settings));
  return settings;
}

std::string ToJson(const Settings& settings) {
  JsonWriter writer;
  writer.BeginObject().Key("language").String(settings.language).Key("searchableAttributes").BeginArray();
  for (const SearchableAttribute& attribute : settings.searchable_attributes) {
    WriteSearchableAttribute(attribute, &writer);
  }
  const TypoTolerance& typos = settings.typo_tolerance;
  writer.EndArray().Key("typoTolerance").Bool(typos.enabled);
  writer.Key("minWordSizefor1Typo").Integer(typos.min_word_size_for_1_typo);
  writer.Key("minWordSizefor2Typos").Integer(typos.min_word_size_for_2_typos);
  writer.Key("disableTypoToleranceOnWords").Strings(typos.disabled_on_words);
  writer.Key("customRanking").BeginArray();
  for (const CustomRanking& ranking : settings.custom_ranking) {
    writer.String(StrCat(ranking.descending ? "desc(" : "asc(", ranking.attribute, ")"));
  }
  return writer.EndArray().EndObject().Take();
}

}  // namespace signpost::inline v0
