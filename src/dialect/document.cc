// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/document_writer.h"
#include "dialect/enum_names.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;

constexpr Member<Section> kSectionMembers[] = {
    {"anchor", [](const JsonView& view, Section* out) { return view.Read(&out->anchor); }},
    {"heading", [](const JsonView& view, Section* out) { return view.Read(&out->heading); }},
    {"level",
     [](const JsonView& view, Section* out) {
       SIGNPOST_RETURN_IF_ERROR(view.Read(&out->level));
       return out->level >= 0 && out->level <= 6 ? absl::OkStatus() : view.Error("must be 0 to 6");
     }},
    {"text", [](const JsonView& view, Section* out) { return view.Read(&out->text); }},
    {"lines",
     [](const JsonView& view, Section* out) {
       return view.ReadElements([out](const JsonView& element) {
         return ReadNamed(element, dialect::kLineKinds, &out->lines.emplace_back(LineKind::kText));
       });
     }},
};

absl::Status ReadSections(const JsonView& view, Document* out) {
  return view.ReadElements(
      [out](const JsonView& element) { return element.ReadMembers(kSectionMembers, &out->sections.emplace_back()); });
}

absl::Status ReadBody(const JsonView& view, Document* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  out->sections.push_back({.text = std::move(text)});
  return absl::OkStatus();
}

absl::Status ReadKeywords(const JsonView& view, Document* out) {
  if (const std::string* one = view.value().string()) {
    out->keywords.push_back(*one);
    return absl::OkStatus();
  }
  if (view.value().array() == nullptr) return view.Error("must be a string or an array of strings");
  return view.Read(&out->keywords);
}

constexpr Member<Document> kMembers[] = {
    {"objectID", [](const JsonView& view, Document* out) { return view.ReadObjectId(&out->object_id); }},
    {"title", [](const JsonView& view, Document* out) { return view.Read(&out->title); }},
    {"body", ReadBody},
    {"_sections", ReadSections},
    {"url", [](const JsonView& view, Document* out) { return view.Read(&out->url); }},
    {"lang", [](const JsonView& view, Document* out) { return view.Read(&out->lang); }},
    {"keywords", ReadKeywords},
    {"_audiences", [](const JsonView& view, Document* out) { return view.Read(&out->audiences); }},
};

const Member<Document>* FindMember(std::string_view name) {
  auto found = std::find_if(std::begin(kMembers), std::end(kMembers), [&](const auto& m) { return m.name == name; });
  return found == std::end(kMembers) ? nullptr : found;
}

bool HasMember(const Value& object, std::string_view name) {
  const Value::Object& members = *object.object();
  return std::any_of(members.begin(), members.end(), [&](const Attribute& member) { return member.name == name; });
}

}  // namespace

absl::StatusOr<Document> ParseDocument(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth + 1));
  JsonView view(json, value, "document");
  view.NameSubject("document");
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  Document document;
  for (std::size_t i = 0; i < value.object()->size(); ++i) {
    JsonView member = view.MemberAt(i);
    if (const Member<Document>* known = FindMember(member.name())) {
      SIGNPOST_RETURN_IF_ERROR(known->read(member, &document));
    } else {
      document.attributes.push_back({.name = std::string(member.name()), .value = member.value()});
    }
  }
  if (document.object_id.empty()) return view.Missing("objectID");
  if (HasMember(value, "body") && HasMember(value, "_sections")) return view.Error("has both body and _sections");
  return document;
}

std::string ToJson(const Document& document) {
  JsonWriter writer;
  writer.BeginObject();
  dialect::WriteDocumentHead(document, &writer);
  const std::vector<Section>& sections = document.sections;
  if (sections.size() == 1 && sections[0] == Section{.text = sections[0].text}) {
    writer.Key("body").String(sections[0].text);
  } else if (!sections.empty()) {
    writer.Key("_sections").BeginArray();
    for (const Section& section : sections) dialect::WriteSection(section, &writer);
    writer.EndArray();
  }
  if (!document.audiences.empty()) writer.Key("_audiences").Strings(document.audiences);
  for (const Attribute& attribute : document.attributes) {
    if (FindMember(attribute.name) == nullptr) writer.Key(attribute.name).Any(attribute.value);
  }
  return writer.EndObject().Take();
}

}  // namespace signpost::inline v0
