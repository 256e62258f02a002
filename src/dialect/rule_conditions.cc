// SPDX-License-Identifier: Apache-2.0
#include "dialect/rule_conditions.h"

#include <string>
#include <string_view>
#include <utility>

#include <signpost/filter.h>
#include <signpost/search.h>

#include "dialect/enum_names.h"
#include "dialect/filter_params.h"

namespace signpost::dialect {
namespace {

constexpr Named<Anchoring> kAnchorings[] = {{"is", Anchoring::kIs},
                                            {"startsWith", Anchoring::kStartsWith},
                                            {"endsWith", Anchoring::kEndsWith},
                                            {"contains", Anchoring::kContains}};

absl::Status ReadAnchoring(const JsonView& view, RuleCondition* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  for (const auto& known : kAnchorings) {
    if (!EqualIgnoringCase(text, known.name)) continue;
    out->anchoring = known.value;
    return absl::OkStatus();
  }
  return view.Error("must be is, startsWith, endsWith or contains");
}

constexpr Member<PatternAlternatives> kAlternativeMembers[] = {
    {"typos", [](const JsonView& view, PatternAlternatives* out) { return view.Read(&out->typos); }},
    {"plurals", [](const JsonView& view, PatternAlternatives* out) { return view.Read(&out->forms); }},
    {"synonyms", [](const JsonView& view, PatternAlternatives* out) { return view.Read(&out->synonyms); }},
};

// true for all kinds, or each kind by itself.
absl::Status ReadAlternatives(const JsonView& view, RuleCondition* out) {
  if (view.value().object() != nullptr) return view.ReadMembers(kAlternativeMembers, &out->alternatives);
  bool all = false;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&all));
  out->alternatives = {all, all, all};
  return absl::OkStatus();
}

absl::Status ReadFilters(const JsonView& view, RuleCondition* out) {
  SearchRequest request;
  SIGNPOST_RETURN_IF_ERROR(AddFilters(view, &request));
  out->filter = std::move(request.filter);
  return absl::OkStatus();
}

constexpr Member<RuleCondition> kMembers[] = {
    {"pattern", [](const JsonView& view, RuleCondition* out) { return view.Read(&out->pattern); }},
    {"anchoring", ReadAnchoring},
    {"alternatives", ReadAlternatives},
    {"context", [](const JsonView& view, RuleCondition* out) { return view.Read(&out->context); }},
    {"filters", ReadFilters},
};

void WriteAlternatives(const PatternAlternatives& alternatives, JsonWriter* writer) {
  if (!alternatives.any()) return;
  writer->Key("alternatives");
  if (alternatives.typos && alternatives.forms && alternatives.synonyms) {
    writer->Bool(true);
    return;
  }
  writer->BeginObject();
  if (alternatives.typos) writer->Key("typos").Bool(true);
  if (alternatives.forms) writer->Key("plurals").Bool(true);
  if (alternatives.synonyms) writer->Key("synonyms").Bool(true);
  writer->EndObject();
}

}  // namespace

absl::Status ReadRuleCondition(const JsonView& view, Rule* out) {
  RuleCondition condition;
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kMembers, &condition));
  const bool has_pattern = HasMember(view, "pattern");
  const bool has_anchoring = HasMember(view, "anchoring");
  if (!has_pattern && !has_anchoring) {
    condition.anchoring = Anchoring::kAny;
  } else if (!has_pattern || !has_anchoring) {
    return view.Missing(has_pattern ? "anchoring" : "pattern");
  }
  out->conditions.push_back(std::move(condition));
  return absl::OkStatus();
}

void WriteRuleConditions(const std::vector<RuleCondition>& conditions, JsonWriter* writer) {
  if (conditions.empty()) return;
  writer->Key("conditions").BeginArray();
  for (const RuleCondition& condition : conditions) {
    writer->BeginObject();
    if (condition.anchoring != Anchoring::kAny) {
      writer->Key("pattern").String(condition.pattern);
      writer->Key("anchoring").String(NameOf(kAnchorings, condition.anchoring));
    }
    WriteAlternatives(condition.alternatives, writer);
    if (!condition.context.empty()) writer->Key("context").String(condition.context);
    if (!condition.filter.empty()) writer->Key("filters").String(FilterText(condition.filter));
    writer->EndObject();
  }
  writer->EndArray();
}

}  // namespace signpost::dialect
