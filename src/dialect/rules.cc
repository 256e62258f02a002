// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

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

struct AnchoringName {
  Anchoring anchoring;
  std::string_view name;
};
constexpr AnchoringName kAnchoringNames[] = {{Anchoring::kIs, "is"},
                                             {Anchoring::kStartsWith, "startsWith"},
                                             {Anchoring::kEndsWith, "endsWith"},
                                             {Anchoring::kContains, "contains"}};

bool HasMember(const JsonView& view, std::string_view name) {
  const Value::Object& members = *view.value().object();
  return std::any_of(members.begin(), members.end(), [&](const Attribute& member) { return member.name == name; });
}

absl::Status ReadAnchoring(const JsonView& view, RuleCondition* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  for (const AnchoringName& known : kAnchoringNames) {
    if (text != known.name) continue;
    out->anchoring = known.anchoring;
    return absl::OkStatus();
  }
  return view.Error("must be is, startsWith, endsWith or contains");
}

constexpr Member<RuleCondition> kConditionMembers[] = {
    {"pattern", [](const JsonView& view, RuleCondition* out) { return view.Read(&out->pattern); }},
    {"anchoring", ReadAnchoring},
    {"context", [](const JsonView& view, RuleCondition* out) { return view.Read(&out->context); }},
};

// A condition without a pattern would mean every query to other readers of this format, and the empty query here; so
// both must be said.
absl::Status ReadCondition(const JsonView& view, Rule* out) {
  RuleCondition condition;
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kConditionMembers, &condition));
  if (!HasMember(view, "pattern")) return view.Missing("pattern");
  if (!HasMember(view, "anchoring")) return view.Missing("anchoring");
  out->conditions.push_back(std::move(condition));
  return absl::OkStatus();
}

absl::Status ReadConditions(const JsonView& view, Rule* out) {
  return view.ReadElements([out](const JsonView& element) { return ReadCondition(element, out); });
}

constexpr Member<RuleConsequence> kRedirectMembers[] = {
    {"url", [](const JsonView& view, RuleConsequence* out) { return view.ReadName(&out->redirect_url); }},
};

absl::Status ReadRedirect(const JsonView& view, RuleConsequence* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kRedirectMembers, out));
  return out->redirect_url.empty() ? view.Missing("url") : absl::OkStatus();
}

constexpr Member<RuleConsequence> kRenderingMembers[] = {{"redirect", ReadRedirect}};

constexpr Member<RuleConsequence> kParamsMembers[] = {
    {"renderingContent",
     [](const JsonView& view, RuleConsequence* out) { return view.ReadMembers(kRenderingMembers, out); }},
};

// One element of `promote`: one object or several at neighbouring places.
struct PromotedGroup {
  std::vector<std::string> object_ids;
  int position = -1;
};

constexpr Member<PromotedGroup> kPromotedMembers[] = {
    {"objectID",
     [](const JsonView& view, PromotedGroup* out) { return view.ReadObjectId(&out->object_ids.emplace_back()); }},
    {"objectIDs",
     [](const JsonView& view, PromotedGroup* out) {
       return view.ReadElements(
           [out](const JsonView& element) { return element.ReadObjectId(&out->object_ids.emplace_back()); });
     }},
    {"position",
     [](const JsonView& view, PromotedGroup* out) {
       SIGNPOST_RETURN_IF_ERROR(view.Read(&out->position));
       return out->position >= 0 ? absl::OkStatus() : view.Error("must not be negative");
     }},
};

absl::Status ReadPromotion(const JsonView& view, RuleConsequence* out) {
  PromotedGroup group;
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kPromotedMembers, &group));
  if (HasMember(view, "objectID") == HasMember(view, "objectIDs")) {
    return view.Error("must have either objectID or objectIDs");
  }
  if (!HasMember(view, "position")) return view.Missing("position");
  if (group.object_ids.size() > static_cast<std::size_t>(std::numeric_limits<int>::max() - group.position)) {
    return view.Error("has a position out of range");
  }
  for (std::string& object_id : group.object_ids) {
    out->promote.push_back({.object_id = std::move(object_id), .position = group.position++});
  }
  return absl::OkStatus();
}

constexpr Member<std::string> kHiddenMembers[] = {
    {"objectID", [](const JsonView& view, std::string* out) { return view.ReadObjectId(out); }},
};

absl::Status ReadHidden(const JsonView& view, RuleConsequence* out) {
  std::string object_id;
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kHiddenMembers, &object_id));
  if (object_id.empty()) return view.Missing("objectID");
  out->hide.push_back(std::move(object_id));
  return absl::OkStatus();
}

constexpr Member<RuleConsequence> kConsequenceMembers[] = {
    {"params", [](const JsonView& view, RuleConsequence* out) { return view.ReadMembers(kParamsMembers, out); }},
    {"promote",
     [](const JsonView& view, RuleConsequence* out) {
       return view.ReadElements([out](const JsonView& element) { return ReadPromotion(element, out); });
     }},
    {"hide",
     [](const JsonView& view, RuleConsequence* out) {
       return view.ReadElements([out](const JsonView& element) { return ReadHidden(element, out); });
     }},
    {"userData",
     [](const JsonView& view, RuleConsequence* out) {
       out->user_data = view.value();
       return absl::OkStatus();
     }},
};

constexpr Member<Rule> kMembers[] = {
    {"objectID", [](const JsonView& view, Rule* out) { return view.ReadObjectId(&out->object_id); }},
    {"description", [](const JsonView& view, Rule* out) { return view.Read(&out->description); }},
    {"enabled", [](const JsonView& view, Rule* out) { return view.Read(&out->enabled); }},
    {"conditions", ReadConditions},
    {"condition", ReadCondition},
    {"consequence",
     [](const JsonView& view, Rule* out) { return view.ReadMembers(kConsequenceMembers, &out->consequence); }},
};

absl::Status ReadRule(const JsonView& view, Rule* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kMembers, out));
  if (out->object_id.empty()) return view.Missing("objectID");
  if (!HasMember(view, "consequence")) return view.Missing("consequence");
  if (HasMember(view, "condition") && HasMember(view, "conditions")) {
    return view.Error("has both condition and conditions");
  }
  return absl::OkStatus();
}

void WriteCondition(const RuleCondition& condition, JsonWriter* writer) {
  writer->BeginObject().Key("pattern").String(condition.pattern);
  for (const AnchoringName& known : kAnchoringNames) {
    if (known.anchoring == condition.anchoring) writer->Key("anchoring").String(known.name);
  }
  if (!condition.context.empty()) writer->Key("context").String(condition.context);
  writer->EndObject();
}

void WriteConsequence(const RuleConsequence& consequence, JsonWriter* writer) {
  writer->BeginObject();
  if (!consequence.redirect_url.empty()) {
    writer->Key("params").BeginObject().Key("renderingContent").BeginObject().Key("redirect").BeginObject();
    writer->Key("url").String(consequence.redirect_url).EndObject().EndObject().EndObject();
  }
  if (!consequence.promote.empty()) {
    writer->Key("promote").BeginArray();
    for (const Promotion& promotion : consequence.promote) {
      writer->BeginObject().Key("objectID").String(promotion.object_id);
      writer->Key("position").Integer(promotion.position).EndObject();
    }
    writer->EndArray();
  }
  if (!consequence.hide.empty()) {
    writer->Key("hide").BeginArray();
    for (const std::string& object_id : consequence.hide) {
      writer->BeginObject().Key("objectID").String(object_id).EndObject();
    }
    writer->EndArray();
  }
  if (!consequence.user_data.is_null()) writer->Key("userData").Any(consequence.user_data);
  writer->EndObject();
}

void WriteRule(const Rule& rule, JsonWriter* writer) {
  writer->BeginObject().Key("objectID").String(rule.object_id);
  if (!rule.description.empty()) writer->Key("description").String(rule.description);
  if (!rule.enabled) writer->Key("enabled").Bool(false);
  if (!rule.conditions.empty()) {
    writer->Key("conditions").BeginArray();
    for (const RuleCondition& condition : rule.conditions) WriteCondition(condition, writer);
    writer->EndArray();
  }
  writer->Key("consequence");
  WriteConsequence(rule.consequence, writer);
  writer->EndObject();
}

// Arrays and objects around `userData`: the list, the rule, its consequence.
constexpr int kDepthOfUserData = 3;

}  // namespace

absl::StatusOr<std::vector<Rule>> ParseRules(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth + kDepthOfUserData));
  JsonView view(json, value, "the list of rules");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectArray());
  std::vector<Rule> rules(value.array()->size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(ReadRule(view.SubjectAt(i, "rule"), &rules[i]));
  }
  return rules;
}

std::string ToJson(const std::vector<Rule>& rules) {
  JsonWriter writer;
  writer.BeginArray();
  for (const Rule& rule : rules) WriteRule(rule, &writer);
  return writer.EndArray().Take();
}

}  // namespace signpost::inline v0
