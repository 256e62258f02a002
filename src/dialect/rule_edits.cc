// SPDX-License-Identifier: Apache-2.0
#include "dialect/rule_edits.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "dialect/enum_names.h"

namespace signpost::dialect {
namespace {

// In the wire's patterns and edits a facet's words are written {facet:brand}; what it took is {brand} here.
std::string WithoutFacet(std::string text) {
  constexpr std::string_view kFacet = "{facet:";
  for (std::size_t at = text.find(kFacet); at != std::string::npos; at = text.find(kFacet, at + 1)) {
    text.replace(at, kFacet.size(), "{");
  }
  return text;
}

struct Edit {
  std::string type;
  WordEdit edit;
};

constexpr Member<Edit> kEditMembers[] = {
    {"type",
     [](const JsonView& view, Edit* out) {
       SIGNPOST_RETURN_IF_ERROR(view.Read(&out->type));
       if (EqualIgnoringCase(out->type, "remove") || EqualIgnoringCase(out->type, "replace")) return absl::OkStatus();
       return view.Error("must be remove or replace");
     }},
    {"delete",
     [](const JsonView& view, Edit* out) {
       SIGNPOST_RETURN_IF_ERROR(view.ReadName(&out->edit.words));
       out->edit.words = WithoutFacet(std::move(out->edit.words));
       return absl::OkStatus();
     }},
    {"insert", [](const JsonView& view, Edit* out) { return view.Read(&out->edit.replacement); }},
};

absl::Status ReadEdit(const JsonView& view, RuleConsequence* out) {
  Edit read;
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kEditMembers, &read));
  if (read.type.empty()) return view.Missing("type");
  if (read.edit.words.empty()) return view.Missing("delete");
  if (EqualIgnoringCase(read.type, "remove") && !read.edit.replacement.empty()) {
    return view.Error("removes, and has an insert");
  }
  out->edits.push_back(std::move(read.edit));
  return absl::OkStatus();
}

constexpr Member<RuleConsequence> kQueryMembers[] = {
    {"remove",
     [](const JsonView& view, RuleConsequence* out) {
       std::vector<std::string> removed;
       SIGNPOST_RETURN_IF_ERROR(view.Read(&removed));
       for (std::string& words : removed) out->edits.push_back({WithoutFacet(std::move(words)), ""});
       return absl::OkStatus();
     }},
    {"edits",
     [](const JsonView& view, RuleConsequence* out) {
       return view.ReadElements([out](const JsonView& element) { return ReadEdit(element, out); });
     }},
    {"replace", [](const JsonView& view, RuleConsequence* out) { return view.Read(&out->query.emplace()); }},
};

constexpr Member<AutomaticFilter> kAutomaticMembers[] = {
    {"facet", [](const JsonView& view, AutomaticFilter* out) { return view.ReadName(&out->attribute); }},
    {"score", [](const JsonView& view, AutomaticFilter* out) { return view.Read(&out->score); }},
    {"disjunctive", [](const JsonView& view, AutomaticFilter* out) { return view.Read(&out->disjunctive); }},
    {"negative", [](const JsonView& view, AutomaticFilter* out) { return view.Read(&out->negative); }},
};

}  // namespace

absl::Status ReadQueryEdits(const JsonView& view, RuleConsequence* out) {
  if (view.value().string() != nullptr) return view.Read(&out->query.emplace());
  return view.ReadMembers(kQueryMembers, out);
}

void WriteQueryEdits(const RuleConsequence& consequence, JsonWriter* writer) {
  if (consequence.edits.empty()) {
    if (consequence.query) writer->Key("query").String(*consequence.query);
    return;
  }
  writer->Key("query").BeginObject();
  if (consequence.query) writer->Key("replace").String(*consequence.query);
  writer->Key("edits").BeginArray();
  for (const WordEdit& edit : consequence.edits) {
    writer->BeginObject().Key("type").String(edit.replacement.empty() ? "remove" : "replace");
    writer->Key("delete").String(edit.words);
    if (!edit.replacement.empty()) writer->Key("insert").String(edit.replacement);
    writer->EndObject();
  }
  writer->EndArray().EndObject();
}

absl::Status ReadAutomaticFilters(const JsonView& view, bool optional, RuleConsequence* out) {
  return view.ReadElements([&](const JsonView& element) {
    AutomaticFilter read{.optional = optional};
    if (element.value().string() != nullptr) {
      SIGNPOST_RETURN_IF_ERROR(element.ReadName(&read.attribute));
    } else {
      SIGNPOST_RETURN_IF_ERROR(element.ReadMembers(kAutomaticMembers, &read));
      if (read.attribute.empty()) return element.Missing("facet");
    }
    out->automatic_filters.push_back(std::move(read));
    return absl::OkStatus();
  });
}

void WriteAutomaticFilters(const std::vector<AutomaticFilter>& filters, JsonWriter* writer) {
  for (const bool optional : {false, true}) {
    if (std::none_of(filters.begin(), filters.end(), [&](const auto& f) { return f.optional == optional; })) continue;
    writer->Key(optional ? "automaticOptionalFacetFilters" : "automaticFacetFilters").BeginArray();
    for (const AutomaticFilter& filter : filters) {
      if (filter.optional != optional) continue;
      writer->BeginObject().Key("facet").String(filter.attribute);
      if (filter.score != 1) writer->Key("score").Number(filter.score);
      if (filter.disjunctive) writer->Key("disjunctive").Bool(true);
      if (filter.negative) writer->Key("negative").Bool(true);
      writer->EndObject();
    }
    writer->EndArray();
  }
}

}  // namespace signpost::dialect
