// SPDX-License-Identifier: Apache-2.0
#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/enum_names.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::EqualIgnoringCase;
using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;

constexpr std::string_view kMultiWayName = "synonym";
constexpr std::string_view kOneWayName = "oneWaySynonym";

// Clients write `onewaysynonym` and `oneWaySynonym`.
absl::Status ReadType(const JsonView& view, Synonym* out) {
  std::string type;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&type));
  if (EqualIgnoringCase(type, kMultiWayName)) {
    out->type = SynonymType::kMultiWay;
  } else if (EqualIgnoringCase(type, kOneWayName)) {
    out->type = SynonymType::kOneWay;
  } else {
    return view.Error("is not supported (known: synonym, oneWaySynonym)");
  }
  return absl::OkStatus();
}

constexpr Member<Synonym> kMembers[] = {
    {"objectID", [](const JsonView& view, Synonym* out) { return view.ReadObjectId(&out->object_id); }},
    {"type", ReadType},
    {"lang", [](const JsonView& view, Synonym* out) { return view.Read(&out->lang); }},
    {"input", [](const JsonView& view, Synonym* out) { return view.Read(&out->input); }},
    {"synonyms", [](const JsonView& view, Synonym* out) { return view.Read(&out->synonyms); }},
};

void WriteSynonym(const Synonym& synonym, JsonWriter* writer) {
  writer->BeginObject().Key("objectID").String(synonym.object_id);
  writer->Key("type").String(synonym.type == SynonymType::kOneWay ? kOneWayName : kMultiWayName);
  if (!synonym.lang.empty()) writer->Key("lang").String(synonym.lang);
  if (!synonym.input.empty()) writer->Key("input").String(synonym.input);
  writer->Key("synonyms").Strings(synonym.synonyms).EndObject();
}

}  // namespace

absl::StatusOr<std::vector<Synonym>> ParseSynonyms(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  JsonView view(json, value, "the list of synonyms");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectArray());
  std::vector<Synonym> synonyms(value.array()->size());
  for (std::size_t i = 0; i < synonyms.size(); ++i) {
    JsonView element = view.SubjectAt(i, "synonym");
    SIGNPOST_RETURN_IF_ERROR(element.ReadMembers(kMembers, &synonyms[i]));
    if (synonyms[i].object_id.empty()) return element.Missing("objectID");
  }
  return synonyms;
}

std::string ToJson(const std::vector<Synonym>& synonyms) {
  JsonWriter writer;
  writer.BeginArray();
  for (const Synonym& synonym : synonyms) WriteSynonym(synonym, &writer);
  return writer.EndArray().Take();
}

}  // namespace signpost::inline v0
