// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/enum_names.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/request_reader.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::Member;
using dialect::Named;

constexpr Named<IntentKind> kSides[] = {{"support", IntentKind::kSupport}, {"shopping", IntentKind::kShopping}};

constexpr Member<FederatedQuery> kOptions[] = {
    {"weight", [](const JsonView& view, FederatedQuery* out) { return view.Read(&out->weight); }},
    {"minHits", [](const JsonView& view, FederatedQuery* out) { return view.Read(&out->min_hits); }},
    {"maxHits", [](const JsonView& view, FederatedQuery* out) { return view.Read(&out->max_hits.emplace()); }},
};

constexpr Member<FederatedRequest> kFederation[] = {
    {"page", [](const JsonView& view, FederatedRequest* out) { return view.Read(&out->page); }},
    {"hitsPerPage", [](const JsonView& view, FederatedRequest* out) { return view.Read(&out->hits_per_page); }},
    {"intentShare", [](const JsonView& view, FederatedRequest* out) { return view.Read(&out->intent_share); }},
};

// The members of one query beside the parameters of its search.
absl::Status ReadQueryMembers(const JsonView& view, FederatedQuery* out) {
  for (std::size_t i = 0; i < view.value().object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    if (member.name() == "indexName") SIGNPOST_RETURN_IF_ERROR(member.ReadName(&out->index));
    if (member.name() == "label") SIGNPOST_RETURN_IF_ERROR(member.ReadName(&out->label));
    if (member.name() == "federationOptions") SIGNPOST_RETURN_IF_ERROR(member.ReadMembers(kOptions, out));
  }
  return out->index.empty() ? view.Missing("indexName") : absl::OkStatus();
}

// `shared`: what stands beside the list, for all of its queries.
absl::Status ReadQuery(const JsonView& view, const SearchParameters& shared, FederatedParameters* out) {
  SearchParameters parameters = shared;
  SIGNPOST_RETURN_IF_ERROR(dialect::ReadSearchParameters(view, &parameters));
  if (parameters.audience != shared.audience) {
    return view.Error("has audiences of its own; they stand beside requests, one for all of them");
  }
  FederatedQuery query;
  SIGNPOST_RETURN_IF_ERROR(ReadQueryMembers(view, &query));
  query.request = std::move(parameters.request);
  out->request.queries.push_back(std::move(query));
  out->response_fields.push_back(std::move(parameters.response_fields));
  return absl::OkStatus();
}

absl::Status ReadWords(const JsonView& view, std::vector<IntentWords>* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  for (std::size_t i = 0; i < view.value().object()->size(); ++i) {
    const JsonView words = view.MemberAt(i);
    out->push_back({.lang = std::string(words.name())});
    SIGNPOST_RETURN_IF_ERROR(words.Read(&out->back().words));
  }
  return absl::OkStatus();
}

constexpr Member<FederatedIndex> kIndexMembers[] = {
    {"indexName", [](const JsonView& view, FederatedIndex* out) { return view.ReadName(&out->name); }},
    {"speaksFor", [](const JsonView& view,
                     FederatedIndex* out) { return ReadNamed(view, kSides, &out->settings.speaks_for.emplace()); }},
    {"intentWords",
     [](const JsonView& view, FederatedIndex* out) { return ReadWords(view, &out->settings.intent_words); }},
};

absl::Status ReadIndex(const JsonView& view, FederatedIndex* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kIndexMembers, out));
  return out->name.empty() ? view.Missing("indexName") : absl::OkStatus();
}

}  // namespace

absl::StatusOr<FederatedParameters> ParseFederatedParameters(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  const JsonView view(json, value, "request");
  SearchParameters shared = dialect::DefaultSearchParameters();
  SIGNPOST_RETURN_IF_ERROR(dialect::ReadSearchParameters(view, &shared));
  FederatedParameters out{.audience = shared.audience, .request = {}, .response_fields = {}};
  bool has_requests = false;
  for (std::size_t i = 0; i < value.object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    if (member.name() == "requests") {
      has_requests = true;
      auto read = [&](const JsonView& query) { return ReadQuery(query, shared, &out); };
      SIGNPOST_RETURN_IF_ERROR(member.ReadElements(read));
    }
    if (member.name() == "federation") {
      out.request.merge = true;
      SIGNPOST_RETURN_IF_ERROR(member.ReadMembers(kFederation, &out.request));
    }
  }
  if (!has_requests) return view.Missing("requests");
  return out;
}

absl::StatusOr<std::vector<FederatedIndex>> ParseFederatedIndexes(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  std::vector<FederatedIndex> out;
  const JsonView view(json, value, "federation");
  auto read = [&](const JsonView& index) { return ReadIndex(index, &out.emplace_back()); };
  SIGNPOST_RETURN_IF_ERROR(view.ReadElements(read));
  return out;
}

}  // namespace signpost::inline v0
