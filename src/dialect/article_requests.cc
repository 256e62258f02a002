// SPDX-License-Identifier: Apache-2.0
// article_requests.cc — tickets, suggestions and popular queries as they are asked.
#include <utility>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "base/strings.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;

absl::Status ReadInteger(const JsonView& view, std::int64_t* out) {
  if (view.value().integer() == nullptr) return view.Error("must be an integer");
  *out = *view.value().integer();
  return absl::OkStatus();
}

absl::Status ReadCount(const JsonView& view, std::uint64_t* out) {
  if (view.value().integer() == nullptr || *view.value().integer() < 0)
    return view.Error("must be an integer, 0 or more");
  *out = static_cast<std::uint64_t>(*view.value().integer());
  return absl::OkStatus();
}

absl::Status ReadFilter(const JsonView& view, Filter* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  absl::StatusOr<Filter> filter = ParseFilters(text);
  if (!filter.ok()) return view.Error(ToStd(filter.status().message()));
  *out = *std::move(filter);
  return absl::OkStatus();
}

absl::Status ReadAudience(const JsonView& view, Audience* out) {
  std::vector<std::string> names;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&names));
  *out = Audience::Of(std::move(names));
  return absl::OkStatus();
}

// Replaces the default.
absl::Status ReadNames(const JsonView& view, std::vector<std::string>* out) {
  out->clear();
  return view.Read(out);
}

constexpr Member<TicketParameters> kTicketMembers[] = {
    {"subject", [](const JsonView& view, TicketParameters* out) { return view.Read(&out->request.subject); }},
    {"body", [](const JsonView& view, TicketParameters* out) { return view.Read(&out->request.body); }},
    {"lang", [](const JsonView& view, TicketParameters* out) { return view.Read(&out->request.lang); }},
    {"filters", [](const JsonView& view, TicketParameters* out) { return ReadFilter(view, &out->request.filter); }},
    {"audiences", [](const JsonView& view, TicketParameters* out) { return ReadAudience(view, &out->audience); }},
    {"limit", [](const JsonView& view, TicketParameters* out) { return view.Read(&out->request.limit); }},
    {"minConfidence",
     [](const JsonView& view, TicketParameters* out) { return view.Read(&out->request.min_confidence); }},
    {"sentences", [](const JsonView& view, TicketParameters* out) { return view.Read(&out->request.sentences); }},
    {"attributesToRetrieve",
     [](const JsonView& view, TicketParameters* out) { return ReadNames(view, &out->request.attributes_to_retrieve); }},
    {"deadlineMicros",
     [](const JsonView& view, TicketParameters* out) { return ReadInteger(view, &out->request.deadline_us); }},
};

constexpr Member<SuggestParameters> kSuggestMembers[] = {
    {"query", [](const JsonView& view, SuggestParameters* out) { return view.Read(&out->request.query); }},
    {"lang", [](const JsonView& view, SuggestParameters* out) { return view.Read(&out->request.lang); }},
    {"limit", [](const JsonView& view, SuggestParameters* out) { return view.Read(&out->request.limit); }},
    {"contexts", [](const JsonView& view, SuggestParameters* out) { return view.Read(&out->request.contexts); }},
    {"filters", [](const JsonView& view, SuggestParameters* out) { return ReadFilter(view, &out->request.filter); }},
    {"audiences", [](const JsonView& view, SuggestParameters* out) { return ReadAudience(view, &out->audience); }},
    {"now", [](const JsonView& view, SuggestParameters* out) { return ReadInteger(view, &out->request.now); }},
    {"highlightPreTag",
     [](const JsonView& view, SuggestParameters* out) { return view.Read(&out->request.highlight.pre_tag); }},
    {"highlightPostTag",
     [](const JsonView& view, SuggestParameters* out) { return view.Read(&out->request.highlight.post_tag); }},
};

constexpr Member<PopularQuery> kPopularMembers[] = {
    {"query", [](const JsonView& view, PopularQuery* out) { return view.Read(&out->query); }},
    {"lang", [](const JsonView& view, PopularQuery* out) { return view.Read(&out->lang); }},
    {"count", [](const JsonView& view, PopularQuery* out) { return ReadCount(view, &out->count); }},
    {"objectID", [](const JsonView& view, PopularQuery* out) { return view.ReadObjectId(&out->object_id); }},
    {"contexts", [](const JsonView& view, PopularQuery* out) { return view.Read(&out->contexts); }},
    {"_audiences", [](const JsonView& view, PopularQuery* out) { return view.Read(&out->audiences); }},
    {"from", [](const JsonView& view, PopularQuery* out) { return ReadInteger(view, &out->from); }},
    {"until", [](const JsonView& view, PopularQuery* out) { return ReadInteger(view, &out->until); }},
};

void WritePopular(const PopularQuery& query, JsonWriter* writer) {
  writer->BeginObject().Key("query").String(query.query);
  if (!query.lang.empty()) writer->Key("lang").String(query.lang);
  writer->Key("count").Integer(static_cast<std::int64_t>(query.count));
  if (!query.object_id.empty()) writer->Key("objectID").String(query.object_id);
  if (!query.contexts.empty()) writer->Key("contexts").Strings(query.contexts);
  if (!query.audiences.empty()) writer->Key("_audiences").Strings(query.audiences);
  if (query.from != 0) writer->Key("from").Integer(query.from);
  if (query.until != 0) writer->Key("until").Integer(query.until);
  writer->EndObject();
}

}  // namespace

absl::StatusOr<TicketParameters> ParseTicketParameters(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  TicketParameters out;
  SIGNPOST_RETURN_IF_ERROR(JsonView(json, value, "ticket").ReadMembers(kTicketMembers, &out));
  return out;
}

absl::StatusOr<SuggestParameters> ParseSuggestParameters(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  SuggestParameters out;
  SIGNPOST_RETURN_IF_ERROR(JsonView(json, value, "request").ReadMembers(kSuggestMembers, &out));
  return out;
}

absl::StatusOr<std::vector<PopularQuery>> ParsePopularQueries(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  std::vector<PopularQuery> out;
  SIGNPOST_RETURN_IF_ERROR(JsonView(json, value, "popular queries").ReadElements([&](const JsonView& element) {
    return element.ReadMembers(kPopularMembers, &out.emplace_back());
  }));
  return out;
}

std::string ToJson(const std::vector<PopularQuery>& queries) {
  JsonWriter writer;
  writer.BeginArray();
  for (const PopularQuery& query : queries) WritePopular(query, &writer);
  writer.EndArray();
  return writer.Take();
}

}  // namespace signpost::inline v0
