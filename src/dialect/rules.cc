// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"
#include "dialect/rule_conditions.h"
#include "dialect/rule_params.h"

namespace signpost::inline v0 {

namespace {

using dialect::HasMember;
using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;

absl::Status ReadConditions(const JsonView& view, Rule* out) {
  return view.ReadElements([out](const JsonView& element) { return dialect::ReadRuleCondition(element, out); });
}

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
    {"params", dialect::ReadRuleParams},
    {"promote",
     [](const JsonView& view, RuleConsequence* out) {
       return view.ReadElements([out](const JsonView& element) { return ReadPromotion(element, out); });
     }},
    {"filterPromotes", [](const JsonView& view, RuleConsequence* out) { return view.Read(&out->filter_promotes); }},
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

// Seconds; as clients of this format write them, also as a number with a point.
absl::Status ReadSeconds(const JsonView& view, std::int64_t* out) {
  if (const std::int64_t* seconds = view.value().integer()) {
    *out = *seconds;
    return absl::OkStatus();
  }
  double number = 0;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&number));
  if (!(std::abs(number) < 1e15)) return view.Error("is out of range");
  *out = static_cast<std::int64_t>(number);
  return absl::OkStatus();
}

constexpr Member<ValidityWindow> kWindowMembers[] = {
    {"from", [](const JsonView& view, ValidityWindow* out) { return ReadSeconds(view, &out->from); }},
    {"until", [](const JsonView& view, ValidityWindow* out) { return ReadSeconds(view, &out->until); }},
};

absl::Status ReadValidity(const JsonView& view, Rule* out) {
  return view.ReadElements(
      [out](const JsonView& element) { return element.ReadMembers(kWindowMembers, &out->validity.emplace_back()); });
}

constexpr Member<Rule> kMembers[] = {
    {"objectID", [](const JsonView& view, Rule* out) { return view.ReadObjectId(&out->object_id); }},
    {"description", [](const JsonView& view, Rule* out) { return view.Read(&out->description); }},
    {"enabled", [](const JsonView& view, Rule* out) { return view.Read(&out->enabled); }},
    {"conditions", ReadConditions},
    {"condition", dialect::ReadRuleCondition},
    {"audiences", [](const JsonView& view, Rule* out) { return view.Read(&out->audiences); }},
    {"validity", ReadValidity},
    {"tags", [](const JsonView& view, Rule* out) { return view.Read(&out->tags); }},
    {"scope", [](const JsonView& view, Rule* out) { return view.Read(&out->scope); }},
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

void WriteConsequence(const RuleConsequence& consequence, JsonWriter* writer) {
  writer->BeginObject();
  dialect::WriteRuleParams(consequence, writer);
  if (!consequence.promote.empty()) {
    writer->Key("promote").BeginArray();
    for (const Promotion& promotion : consequence.promote) {
      writer->BeginObject().Key("objectID").String(promotion.object_id);
      writer->Key("position").Integer(promotion.position).EndObject();
    }
    writer->EndArray();
  }
  if (!consequence.filter_promotes) writer->Key("filterPromotes").Bool(false);
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

void WriteValidity(const std::vector<ValidityWindow>& windows, JsonWriter* writer) {
  if (windows.empty()) return;
  const ValidityWindow always;
  writer->Key("validity").BeginArray();
  for (const ValidityWindow& window : windows) {
    writer->BeginObject();
    if (window.from != always.from) writer->Key("from").Integer(window.from);
    if (window.until != always.until) writer->Key("until").Integer(window.until);
    writer->EndObject();
  }
  writer->EndArray();
}

void WriteRule(const Rule& rule, JsonWriter* writer) {
  writer->BeginObject().Key("objectID").String(rule.object_id);
  if (!rule.description.empty()) writer->Key("description").String(rule.description);
  if (!rule.enabled) writer->Key("enabled").Bool(false);
  dialect::WriteRuleConditions(rule.conditions, writer);
  if (!rule.audiences.empty()) writer->Key("audiences").Strings(rule.audiences);
  WriteValidity(rule.validity, writer);
  if (!rule.tags.empty()) writer->Key("tags").Strings(rule.tags);
  if (!rule.scope.empty()) writer->Key("scope").String(rule.scope);
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

absl::StatusOr<RuleList> ParseRuleList(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth + kDepthOfUserData));
  JsonView view(json, value, "the list of rules");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectArray());
  RuleList out;
  for (std::size_t i = 0; i < value.array()->size(); ++i) {
    Rule rule;
    absl::Status status = ReadRule(view.SubjectAt(i, "rule"), &rule);
    if (status.ok()) {
      out.rules.push_back(std::move(rule));
      out.places.push_back(i);
    } else {
      out.refused.push_back({i, std::move(rule.object_id), std::string(Message(status))});
    }
  }
  return out;
}

absl::StatusOr<std::size_t> LineOfElement(std::string_view json, std::size_t place) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth + kDepthOfUserData));
  JsonView view(json, value, "the list");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectArray());
  if (place >= value.array()->size()) return InvalidArgument("the list has no element ", place);
  return view.ElementAt(place).Line();
}

std::string ToJson(const std::vector<Rule>& rules) {
  JsonWriter writer;
  writer.BeginArray();
  for (const Rule& rule : rules) WriteRule(rule, &writer);
  return writer.EndArray().Take();
}

}  // namespace signpost::inline v0
