// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/enum_names.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using Operation = AttributeUpdate::Operation;

constexpr std::string_view kOperation = "_operation";
constexpr dialect::Named<Operation> kOperations[] = {{"Increment", Operation::kIncrement},
                                                     {"Decrement", Operation::kDecrement},
                                                     {"Add", Operation::kAdd},
                                                     {"Remove", Operation::kRemove},
                                                     {"AddUnique", Operation::kAddUnique},
                                                     {"IncrementFrom", Operation::kIncrementFrom},
                                                     {"IncrementSet", Operation::kIncrementSet}};

constexpr dialect::Member<AttributeUpdate> kMembers[] = {
    {kOperation,
     [](const JsonView& view, AttributeUpdate* out) { return ReadNamed(view, kOperations, &out->operation); }},
    {"value",
     [](const JsonView& view, AttributeUpdate* out) {
       out->value = view.value();
       return absl::OkStatus();
     }},
};

bool HasOperation(const Value& value) {
  const Value::Object* object = value.object();
  return object != nullptr &&
         std::any_of(object->begin(), object->end(), [](const Attribute& a) { return a.name == kOperation; });
}

}  // namespace

absl::StatusOr<PartialUpdate> ParsePartialUpdate(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth + 2));
  JsonView view(json, value, "update");
  view.NameSubject("update");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  PartialUpdate out;
  for (std::size_t i = 0; i < value.object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    if (member.name() == "objectID") {
      SIGNPOST_RETURN_IF_ERROR(member.ReadObjectId(&out.object_id));
    } else if (member.name() == "lang") {
      SIGNPOST_RETURN_IF_ERROR(member.Read(&out.lang));
    } else {
      AttributeUpdate& update = out.attributes.emplace_back();
      update.attribute = member.name();
      if (HasOperation(member.value())) {
        SIGNPOST_RETURN_IF_ERROR(member.ReadMembers(kMembers, &update));
      } else {
        update.value = member.value();
      }
    }
  }
  if (out.object_id.empty()) return view.Missing("objectID");
  return out;
}

std::string ToJson(const PartialUpdate& update) {
  dialect::JsonWriter writer;
  writer.BeginObject().Key("objectID").String(update.object_id);
  if (!update.lang.empty()) writer.Key("lang").String(update.lang);
  for (const AttributeUpdate& attribute : update.attributes) {
    writer.Key(attribute.attribute);
    if (attribute.operation == Operation::kSet) {
      writer.Any(attribute.value);
      continue;
    }
    writer.BeginObject().Key(kOperation).String(NameOf(kOperations, attribute.operation));
    writer.Key("value").Any(attribute.value).EndObject();
  }
  return writer.EndObject().Take();
}

}  // namespace signpost::inline v0
