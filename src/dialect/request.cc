// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <system_error>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/enum_names.h"
#include "dialect/faceting_settings.h"
#include "dialect/filter_params.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/request_reader.h"
#include "dialect/result_settings.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::Member;

// Tags that front ends put around matches before they escape the text themselves.
constexpr std::string_view kPlaceholderTags[] = {"__ais-highlight__", "__aa-highlight__"};

// --- values that may come as text, since form-encoded parameters have no other ---

absl::Status ReadFlag(const JsonView& view, bool* out) {
  const std::string* text = view.value().string();
  if (text == nullptr || (*text != "true" && *text != "false")) return view.Read(out);
  *out = *text == "true";
  return absl::OkStatus();
}

template <typename Number>
bool ReadDigits(const std::string& text, Number* out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

absl::Status ReadInt(const JsonView& view, int* out) {
  const std::string* text = view.value().string();
  return text != nullptr && ReadDigits(*text, out) ? absl::OkStatus() : view.Read(out);
}

absl::Status ReadNumber(const JsonView& view, double* out) {
  const std::string* text = view.value().string();
  return text != nullptr && ReadDigits(*text, out) ? absl::OkStatus() : view.Read(out);
}

// An array of strings, or a string: that array as JSON, or names with commas between.
absl::Status ReadList(const JsonView& view, std::vector<std::string>* out) {
  out->clear();
  const std::string* text = view.value().string();
  if (text == nullptr) return view.Read(out);
  if (text->starts_with('[')) {
    absl::StatusOr<Value> value = dialect::ParseJsonText(*text, limits::kMaxValueDepth);
    if (!value.ok()) return view.Error("must be an array of strings");
    return JsonView(*text, *value, view.name()).Read(out);
  }
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t comma = std::min(text->find(',', begin), text->size());
    out->push_back(text->substr(begin, comma - begin));
    begin = comma + 1;
  }
  return absl::OkStatus();
}

// --- members ---

struct Parsing {
  SearchParameters* out;
  FacetSearchRequest* facet;         // null: what speaks of a search in the values of a facet is skipped
  bool snippet_words_usual = false;  // as the dialect has it: ten
  std::optional<int> offset;
  std::optional<int> length;
};

// "body", "body:20", "*:20"; ten words where the request does not say.
absl::Status ReadSnippets(const JsonView& view, Parsing* parsing) {
  std::vector<std::string>& names = parsing->out->request.attributes_to_snippet;
  SIGNPOST_RETURN_IF_ERROR(ReadList(view, &names));
  parsing->snippet_words_usual = true;
  for (const std::string& name : names) {
    const std::size_t colon = name.rfind(':');
    int length = 0;
    if (colon != std::string::npos && !ReadDigits(name.substr(colon + 1), &length)) {
      return view.Error("must be names of attributes, each perhaps with a number of words: body:20");
    }
  }
  return absl::OkStatus();
}

absl::Status ReadAnswers(const JsonView& view, Parsing* parsing) {
  AnswerOptions& answers = parsing->out->request.answers;
  if (view.value().object() == nullptr) return ReadFlag(view, &answers.enabled);
  answers.enabled = true;
  constexpr Member<AnswerOptions> kAnswerMembers[] = {
      {"minConfidence", [](const JsonView& v, AnswerOptions* out) { return ReadNumber(v, &out->min_confidence); }},
      {"count", [](const JsonView& v, AnswerOptions* out) { return ReadInt(v, &out->count); }}};
  return view.ReadMembers(kAnswerMembers, &answers);
}

absl::Status ReadSort(const JsonView& view, Parsing* parsing) {
  std::vector<std::string> keys;
  SIGNPOST_RETURN_IF_ERROR(ReadList(view, &keys));
  parsing->out->request.sort.clear();
  for (const std::string& key : keys) {
    const bool descending = key.starts_with("desc(");
    const std::size_t prefix = descending ? 5 : 4;
    if ((!descending && !key.starts_with("asc(")) || !key.ends_with(")") || key.size() < prefix + 2) {
      return view.Error("must be a list of asc(ATTRIBUTE) and desc(ATTRIBUTE)");
    }
    parsing->out->request.sort.push_back({key.substr(prefix, key.size() - prefix - 1), descending});
  }
  return absl::OkStatus();
}

// Front ends also send kinds that have no counterpart here.
absl::Status ReadExactAlternatives(const JsonView& view, Parsing* parsing) {
  std::vector<std::string> names;
  SIGNPOST_RETURN_IF_ERROR(ReadList(view, &names));
  std::vector<ExactAlternative>& kinds = parsing->out->request.alternatives_as_exact.emplace();
  for (const dialect::Named<ExactAlternative>& named : dialect::kExactAlternatives) {
    if (std::find(names.begin(), names.end(), named.name) != names.end()) kinds.push_back(named.value);
  }
  return absl::OkStatus();
}

absl::Status ReadAudiences(const JsonView& view, Parsing* parsing) {
  std::vector<std::string> names;
  SIGNPOST_RETURN_IF_ERROR(ReadList(view, &names));
  parsing->out->audience = Audience::Of(std::move(names));
  return absl::OkStatus();
}

absl::Status ReadDistinct(const JsonView& view, Parsing* parsing) {
  int& distinct = parsing->out->request.distinct.emplace();
  bool on = false;
  if (view.value().string() != nullptr && ReadFlag(view, &on).ok()) {
    distinct = on ? 1 : 0;
    return absl::OkStatus();
  }
  return view.value().string() != nullptr ? ReadInt(view, &distinct) : dialect::ReadDistinct(view, &distinct);
}

absl::Status ReadContexts(const JsonView& view, Parsing* parsing) {
  return ReadList(view, &parsing->out->request.contexts);
}

absl::Status ReadDeadline(const JsonView& view, Parsing* parsing) {
  int microseconds = 0;
  SIGNPOST_RETURN_IF_ERROR(ReadInt(view, &microseconds));
  parsing->out->request.deadline_us = microseconds;
  return absl::OkStatus();
}

absl::Status ReadNow(const JsonView& view, Parsing* parsing) {
  double seconds = 0;
  SIGNPOST_RETURN_IF_ERROR(ReadNumber(view, &seconds));
  if (!(std::abs(seconds) < 1e15)) return view.Error("is out of range");
  parsing->out->request.now = static_cast<std::int64_t>(seconds);
  return absl::OkStatus();
}

absl::Status ReadParams(const JsonView& view, Parsing* parsing);

constexpr Member<Parsing> kMembers[] = {
    {"query", [](const JsonView& view, Parsing* p) { return view.Read(&p->out->request.query); }},
    {"params", ReadParams},
    {"audiences", ReadAudiences},
    {"lang", [](const JsonView& view, Parsing* p) { return view.Read(&p->out->request.lang); }},
    {"languageFallbacks",
     [](const JsonView& view, Parsing* p) { return ReadList(view, &p->out->request.language_fallbacks.emplace()); }},
    {"fallbackFactor",
     [](const JsonView& view, Parsing* p) { return ReadNumber(view, &p->out->request.fallback_factor.emplace()); }},
    {"contexts", ReadContexts},
    {"ruleContexts", ReadContexts},
    {"filters", [](const JsonView& view, Parsing* p) { return dialect::AddFilters(view, &p->out->request); }},
    {"facetFilters", [](const JsonView& view, Parsing* p) { return dialect::AddFacetFilters(view, &p->out->request); }},
    {"numericFilters",
     [](const JsonView& view, Parsing* p) { return dialect::AddNumericFilters(view, &p->out->request); }},
    {"tagFilters", [](const JsonView& view, Parsing* p) { return dialect::AddTagFilters(view, &p->out->request); }},
    {"optionalFilters",
     [](const JsonView& view, Parsing* p) { return dialect::AddOptionalFilters(view, &p->out->request); }},
    {"facets", [](const JsonView& view, Parsing* p) { return ReadList(view, &p->out->request.facets); }},
    {"maxValuesPerFacet",
     [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->out->request.max_values_per_facet.emplace()); }},
    {"sortFacetValuesBy",
     [](const JsonView& view, Parsing* p) {
       return dialect::Read(view, &p->out->request.sort_facet_values_by.emplace());
     }},
    {"now", ReadNow},
    {"facet", [](const JsonView& view,
                 Parsing* p) { return p->facet == nullptr ? absl::OkStatus() : view.Read(&p->facet->facet); }},
    {"facetQuery", [](const JsonView& view,
                      Parsing* p) { return p->facet == nullptr ? absl::OkStatus() : view.Read(&p->facet->query); }},
    {"maxFacetHits",
     [](const JsonView& view, Parsing* p) {
       return p->facet == nullptr ? absl::OkStatus() : ReadInt(view, &p->facet->max_hits);
     }},
    {"typoTolerance",
     [](const JsonView& view, Parsing* p) {
       return dialect::ReadTypoMode(view, true, &p->out->request.typo_tolerance.emplace());
     }},
    {"removeWordsIfNoResults",
     [](const JsonView& view, Parsing* p) {
       return ReadNamed(view, dialect::kRemoveWords, &p->out->request.remove_words.emplace());
     }},
    {"optionalWords",
     [](const JsonView& view, Parsing* p) { return ReadList(view, &p->out->request.optional_words.emplace()); }},
    {"advancedSyntax",
     [](const JsonView& view, Parsing* p) { return ReadFlag(view, &p->out->request.advanced_syntax.emplace()); }},
    {"alternativesAsExact", ReadExactAlternatives},
    {"synonyms", [](const JsonView& view, Parsing* p) { return ReadFlag(view, &p->out->request.synonyms); }},
    {"page", [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->out->request.page); }},
    {"hitsPerPage", [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->out->request.hits_per_page); }},
    {"offset", [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->offset.emplace()); }},
    {"length", [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->length.emplace()); }},
    {"sort", ReadSort},
    {"distinct", ReadDistinct},
    {"attributesToRetrieve",
     [](const JsonView& view, Parsing* p) { return ReadList(view, &p->out->request.attributes_to_retrieve); }},
    {"attributesToHighlight",
     [](const JsonView& view, Parsing* p) { return ReadList(view, &p->out->request.attributes_to_highlight); }},
    {"attributesToSnippet", ReadSnippets},
    {"highlightPreTag", [](const JsonView& view, Parsing* p) { return view.Read(&p->out->request.highlight.pre_tag); }},
    {"highlightPostTag",
     [](const JsonView& view, Parsing* p) { return view.Read(&p->out->request.highlight.post_tag); }},
    {"snippetEllipsisText",
     [](const JsonView& view, Parsing* p) { return view.Read(&p->out->request.highlight.ellipsis); }},
    {"restrictHighlightAndSnippetArrays",
     [](const JsonView& view, Parsing* p) { return ReadFlag(view, &p->out->request.highlight.restrict_arrays); }},
    {"highlightWholeWords",
     [](const JsonView& view, Parsing* p) { return ReadFlag(view, &p->out->request.highlight.whole_words); }},
    {"snippetCount",
     [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->out->request.highlight.snippet_count); }},
    {"snippetCharacters",
     [](const JsonView& view, Parsing* p) { return ReadInt(view, &p->out->request.highlight.snippet_characters); }},
    {"answers", ReadAnswers},
    {"getRankingInfo", [](const JsonView& view, Parsing* p) { return ReadFlag(view, &p->out->request.ranking_info); }},
    {"responseFields", [](const JsonView& view, Parsing* p) { return ReadList(view, &p->out->response_fields); }},
    {"explain", [](const JsonView& view, Parsing* p) { return ReadFlag(view, &p->out->request.explain); }},
    {"deadlineMicros", ReadDeadline},
};

// Front ends send parameters that are not for us, and new ones every year: what has no entry is skipped.
absl::Status ReadKnownMembers(const JsonView& view, Parsing* parsing) {
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  for (std::size_t i = 0; i < view.value().object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    for (const Member<Parsing>& known : kMembers) {
      if (known.name != member.name()) continue;
      SIGNPOST_RETURN_IF_ERROR(known.read(member, parsing));
    }
  }
  return absl::OkStatus();
}

// Decodes %XX and + of a form; a % that no two hexadecimal digits follow stands for itself.
std::string FormDecoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr == text.data() + i + 3) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

// `query=a%20b&page=1`: the same members as text.
absl::Status ReadParams(const JsonView& view, Parsing* parsing) {
  std::string params;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&params));
  Value::Object members;
  for (std::size_t begin = 0; begin < params.size();) {
    const std::size_t end = std::min(params.find('&', begin), params.size());
    const std::string_view pair = std::string_view(params).substr(begin, end - begin);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string name = FormDecoded(pair.substr(0, equals));
    // A form in a form would have no end.
    if (name != "params")
      members.push_back({std::move(name), FormDecoded(pair.substr(std::min(equals + 1, pair.size())))});
    begin = end + 1;
  }
  const Value value(std::move(members));
  return ReadKnownMembers(JsonView({}, value, "params"), parsing);
}

absl::Status ReadRequest(const JsonView& view, FacetSearchRequest* facet, SearchParameters* out) {
  SearchRequest& request = out->request;
  Parsing parsing{.out = out, .facet = facet, .snippet_words_usual = false, .offset = {}, .length = {}};
  SIGNPOST_RETURN_IF_ERROR(ReadKnownMembers(view, &parsing));
  if (parsing.offset || parsing.length) {
    request.range =
        HitRange{.offset = parsing.offset.value_or(0), .length = parsing.length.value_or(request.hits_per_page)};
  }
  constexpr int kUsualWords = 10;
  if (parsing.snippet_words_usual) request.highlight.snippet_words = kUsualWords;
  const bool placeholders = std::find(std::begin(kPlaceholderTags), std::end(kPlaceholderTags),
                                      request.highlight.pre_tag) != std::end(kPlaceholderTags);
  if (placeholders) request.highlight.escape = Escape::kNone;
  return absl::OkStatus();
}

absl::StatusOr<SearchParameters> Parse(std::string_view json, FacetSearchRequest* facet) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  SearchParameters out = dialect::DefaultSearchParameters();
  SIGNPOST_RETURN_IF_ERROR(ReadRequest(JsonView(json, value, "request"), facet, &out));
  return out;
}

}  // namespace

absl::StatusOr<SearchParameters> ParseSearchParameters(std::string_view json) { return Parse(json, nullptr); }

absl::StatusOr<FacetSearchParameters> ParseFacetSearchParameters(std::string_view json) {
  FacetSearchParameters out;
  SIGNPOST_ASSIGN_OR_RETURN(SearchParameters search, Parse(json, &out.request));
  out.audience = std::move(search.audience);
  out.request.search = std::move(search.request);
  return out;
}

}  // namespace signpost::inline v0

namespace signpost::dialect {

SearchParameters DefaultSearchParameters() {
  SearchParameters out;
  out.request.attributes_to_highlight = {"*"};
  return out;
}

absl::Status ReadSearchParameters(const JsonView& view, SearchParameters* out) {
  return ReadRequest(view, nullptr, out);
}

}  // namespace signpost::dialect
