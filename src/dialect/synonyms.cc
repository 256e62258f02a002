// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

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

// How a type is named, and its two members.
struct TypeNames {
  SynonymType type;
  std::string_view name;
  std::string_view input;  // empty: it has none
  std::string_view synonyms;
};

constexpr TypeNames kTypes[] = {{SynonymType::kMultiWay, "synonym", "", "synonyms"},
                                {SynonymType::kOneWay, "oneWaySynonym", "input", "synonyms"},
                                {SynonymType::kAltCorrection1, "altCorrection1", "word", "corrections"},
                                {SynonymType::kAltCorrection2, "altCorrection2", "word", "corrections"},
                                {SynonymType::kPlaceholder, "placeholder", "placeholder", "replacements"}};

const TypeNames& NamesOf(SynonymType type) {
  return *std::find_if(std::begin(kTypes), std::end(kTypes), [type](const auto& names) { return names.type == type; });
}

// Clients write `onewaysynonym` and `oneWaySynonym`.
absl::Status ReadType(const JsonView& view, Synonym* out) {
  std::string type;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&type));
  std::string known;
  for (const TypeNames& names : kTypes) {
    if (EqualIgnoringCase(type, names.name)) {
      out->type = names.type;
      return absl::OkStatus();
    }
    known += StrCat(known.empty() ? "" : ", ", names.name);
  }
  return view.Error(StrCat("is not supported (known: ", known, ")"));
}

// The type is read before the members that depend on it, which may stand before it.
absl::Status ReadInput(const JsonView& view, Synonym* out) {
  if (view.name() == NamesOf(out->type).input) return view.Read(&out->input);
  return view.Error(StrCat("is no member of type ", NamesOf(out->type).name));
}

absl::Status ReadWords(const JsonView& view, Synonym* out) {
  if (view.name() == NamesOf(out->type).synonyms) return view.Read(&out->synonyms);
  return view.Error(StrCat("is no member of type ", NamesOf(out->type).name));
}

constexpr Member<Synonym> kMembers[] = {
    {"objectID", [](const JsonView& view, Synonym* out) { return view.ReadObjectId(&out->object_id); }},
    {"type", ReadType},
    {"lang", [](const JsonView& view, Synonym* out) { return view.Read(&out->lang); }},
    {"synonyms", ReadWords},
    {"input", ReadInput},
    {"word", ReadInput},
    {"corrections", ReadWords},
    {"placeholder", ReadInput},
    {"replacements", ReadWords},
};

absl::Status ReadSynonym(const JsonView& view, Synonym* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  for (std::size_t i = 0; i < view.value().object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    if (member.name() == "type") SIGNPOST_RETURN_IF_ERROR(ReadType(member, out));
  }
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kMembers, out));
  return out->object_id.empty() ? view.Missing("objectID") : absl::OkStatus();
}

void WriteSynonym(const Synonym& synonym, JsonWriter* writer) {
  // A multi-way synonym with an input, which no index takes, is written so that it reads as what it is: an error.
  const TypeNames& names = NamesOf(synonym.type);
  writer->BeginObject().Key("objectID").String(synonym.object_id).Key("type").String(names.name);
  if (!synonym.lang.empty()) writer->Key("lang").String(synonym.lang);
  if (!synonym.input.empty()) writer->Key(names.input.empty() ? "input" : names.input).String(synonym.input);
  writer->Key(names.synonyms).Strings(synonym.synonyms).EndObject();
}

}  // namespace

absl::StatusOr<std::vector<Synonym>> ParseSynonyms(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  JsonView view(json, value, "the list of synonyms");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectArray());
  std::vector<Synonym> synonyms(value.array()->size());
  for (std::size_t i = 0; i < synonyms.size(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(ReadSynonym(view.SubjectAt(i, "synonym"), &synonyms[i]));
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
